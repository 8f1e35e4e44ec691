import { WORKLOAD_PRESETS, type Workload } from '../../../catalog/cost/workload.ts';
import { presetOf } from '../../../catalog/cost/workload-words.ts';
import { makeSheet } from '../../base/client/sheet.ts';
import { clearWorkload, currentWorkload, setWorkload } from './current-workload.ts';
import { FIELDS_MARKUP, FOOT_MARKUP, OWN } from './form-markup.ts';
import { workSource } from './source-words.ts';
import { offerEstimate } from './token-estimate.ts';
import { FIELD_KEYS, readForm, WORKLOAD_FIELDS, type FieldKey } from './workload-fields.ts';

/** The form of a workload, in a sheet after `line` that the button with the id `opener` opens. */
export function addForm(line: HTMLElement, opener: string): void {
  const sheet = makeSheet({ title: 'Workload', opener, fields: FIELDS_MARKUP, foot: FOOT_MARKUP });
  const form = sheet.querySelector('form');
  const dialog = sheet.querySelector('dialog');
  if (!form || !dialog) return;
  line.after(sheet);
  const close = (): void => {
    dialog.close();
  };
  sheet.addEventListener('opened', () => {
    show(form);
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'preset') takePreset(form, target.value);
  });
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name === 'preset') return;
    if (target.hasAttribute('aria-invalid')) sayProblems(form, read(form).problems);
    choosePreset(form, read(form).workload);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { workload, problems } = read(form);
    sayProblems(form, problems);
    if (workload === null) {
      const [first] = problems.keys();
      if (first) fieldOf(form, first)?.focus();
      return;
    }
    setWorkload(workload);
    close();
  });
  sheet.querySelector('[data-clear-workload]')?.addEventListener('click', () => {
    clearWorkload();
    close();
  });
  offerEstimate(form, (tokens) => {
    const input = fieldOf(form, 'inputTokens');
    if (!input) return;
    input.value = WORKLOAD_FIELDS.inputTokens.write(tokens);
    sayProblems(form, read(form).problems);
    choosePreset(form, read(form).workload);
  });
}

/** Shows the current workload; without one, the typical one to start from. */
function show(form: HTMLFormElement): void {
  const current = currentWorkload();
  const workload = current?.workload ?? WORKLOAD_PRESETS.chat.workload;
  fill(form, workload);
  const source = form.querySelector('[data-part=source]');
  if (source) source.textContent = workSource(current);
}

function fill(form: HTMLFormElement, workload: Workload): void {
  for (const key of FIELD_KEYS) {
    const field = fieldOf(form, key);
    if (field) field.value = WORKLOAD_FIELDS[key].write(workload[key]);
  }
  const batch = fieldOf(form, 'isBatch');
  if (batch) batch.checked = workload.isBatch;
  sayProblems(form, new Map());
  choosePreset(form, workload);
}

function takePreset(form: HTMLFormElement, key: string): void {
  const preset = Object.entries(WORKLOAD_PRESETS).find(([name]) => name === key)?.[1];
  if (preset) fill(form, preset.workload);
  else fieldOf(form, 'inputTokens')?.focus();
}

/** Checks the preset that has these figures, or "My own". */
function choosePreset(form: HTMLFormElement, workload: Workload | null): void {
  const preset = workload && presetOf(workload);
  const key = Object.entries(WORKLOAD_PRESETS).find(([, one]) => one === preset)?.[0] ?? OWN;
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=preset]')) {
    radio.checked = radio.value === key;
  }
}

function read(form: HTMLFormElement): ReturnType<typeof readForm> {
  const texts = Object.fromEntries(FIELD_KEYS.map((key) => [key, fieldOf(form, key)?.value ?? '']));
  return readForm(texts as Record<FieldKey, string>, fieldOf(form, 'isBatch')?.checked === true);
}

function sayProblems(form: HTMLFormElement, problems: ReadonlyMap<FieldKey, string>): void {
  for (const key of FIELD_KEYS) {
    const field = fieldOf(form, key);
    const problem = problems.get(key);
    if (problem === undefined) field?.removeAttribute('aria-invalid');
    else field?.setAttribute('aria-invalid', 'true');
    const line = form.querySelector(`#${field?.getAttribute('aria-describedby') ?? ''}`);
    if (line) line.textContent = problem ?? '';
  }
}

function fieldOf(form: HTMLFormElement, name: FieldKey | 'isBatch'): HTMLInputElement | null {
  return form.querySelector(`[name=${name}]`);
}
