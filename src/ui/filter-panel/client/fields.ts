import { faithfulTokens } from '../../../catalog/figures.ts';
import type { Filter } from '../../../search/filter-kinds.ts';
import { FILTERS, FILTER_KEYS, isFilterKey, valuesIn, type FilterKey } from '../../../search/filters.ts';
import type { Found } from './filtering.ts';

/** The fields of a filter panel. Those that are typed into have the value of their filter in a short form. */

const EXAMPLES: Partial<Readonly<Record<Filter['kind'], string>>> = {
  tokens: 'Not a number of tokens. Write 200000 or 200K.',
  dollars: 'Not a price. Write 0.50 or <2.',
  date: 'Not a date. Write 2026, 2026-05 or 2026-05-31.',
};

/** Whether a filter can be read from what is typed: a value, or nothing. */
export function isReadable(key: FilterKey, text: string): boolean {
  return text.trim() === '' || FILTERS[key].read(text.trim()).length > 0;
}

/** Says what is wrong with what is typed, or nothing. */
export function sayWrong(field: HTMLInputElement, key: FilterKey): void {
  const isWrong = !isReadable(key, field.value);
  field.setAttribute('aria-invalid', String(isWrong));
  const line = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  if (line) line.textContent = isWrong ? (EXAMPLES[FILTERS[key].kind] ?? '') : '';
}

/** Fills every field of the panel and the text field. A field that is being typed into stays as it is. */
export function fillFields(explorer: HTMLElement, { typed, filters }: Found): void {
  const text = explorer.querySelector<HTMLInputElement>('[data-part=toolbar] input');
  if (text && text.value.trim() !== typed) text.value = typed;
  for (const field of explorer.querySelectorAll<HTMLInputElement>('[data-panel] input[name]')) {
    if (!isFilterKey(field.name)) continue;
    const values = valuesIn(filters, field.name);
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (field.type === 'radio') field.checked = field.value === (values[0] ?? '');
    else if (field !== document.activeElement || isReadable(field.name, field.value))
      fillTyped(field, values[0]);
  }
  for (const step of explorer.querySelectorAll<HTMLButtonElement>('.steps button')) {
    const values = isFilterKey(step.name) ? valuesIn(filters, step.name) : [];
    step.setAttribute('aria-pressed', String(values.includes(step.value)));
  }
  for (const group of explorer.querySelectorAll<HTMLElement>('[data-panel] details')) {
    const own = (group.dataset.keys ?? '').split(' ');
    const set = FILTER_KEYS.filter((key) => own.includes(key)).flatMap((key) =>
      valuesIn(filters, key),
    ).length;
    const badge = group.querySelector<HTMLElement>('[data-set]');
    if (!badge) continue;
    badge.hidden = set === 0;
    badge.textContent = String(set);
  }
}

function fillTyped(field: HTMLInputElement, value = ''): void {
  const key = field.name as FilterKey;
  // What means the same may stay as it was typed.
  if (value === (FILTERS[key].read(field.value.trim())[0] ?? '') && isReadable(key, field.value)) return;
  field.value =
    FILTERS[key].kind === 'tokens' && value !== ''
      ? faithfulTokens(Number(value)).replaceAll(',', '')
      : value;
  sayWrong(field, key);
}
