import { presetOf, workloadWords } from '../../../catalog/cost/workload-words.ts';
import { clearWorkload, currentWorkload } from './current-workload.ts';
import { workSource } from './source-words.ts';

const CLEAR = 'min-h-9 px-2 text-accent underline';
const FAILED = 'The form could not be loaded. Try again.';

/** Costs in tables that are in no list. */
async function showCosts(tables: Iterable<HTMLTableElement>): Promise<void> {
  try {
    const { updateTables } = await import('./table-costs.ts');
    await updateTables(tables);
  } catch {
    // The line still says what is set; the next change tries again.
  }
}

/** Shows the current workload in a workload line, from now on; `isAsked`: the form is opened, too. */
export function liveLine(line: HTMLElement, isAsked: boolean): void {
  const said = line.querySelector('[data-said]');
  const open = line.querySelector<HTMLElement>('#set-workload');
  if (!said || !open) return;
  const clear = document.createElement('button');
  Object.assign(clear, { type: 'button', textContent: 'Clear', className: CLEAR });
  open.after(clear);
  const unset = said.textContent;
  const show = (): void => {
    const current = currentWorkload();
    const tables = document.querySelectorAll<HTMLTableElement>('table[data-costs]');
    if (tables.length > 0) void showCosts(tables);
    clear.hidden = current === null;
    open.textContent = current === null ? 'Set a workload' : 'Change';
    if (current === null) {
      said.textContent = unset;
      return;
    }
    const name = document.createElement('strong');
    name.textContent = `${presetOf(current.workload)?.label ?? 'My own'}:`;
    const source = document.createElement('small');
    source.textContent = workSource(current);
    said.replaceChildren(name, ` ${workloadWords(current.workload)}. `, source);
  };
  let loading: Promise<void> | undefined;
  const addForm = async (): Promise<void> => {
    const { addForm: add } = await import('./workload-form.ts');
    add(line, open.id);
    // The sheet now listens, too.
    open.click();
  };
  const onOpen = (): void => {
    loading ??= addForm();
    loading.catch(() => {
      loading = undefined;
      said.textContent = FAILED;
    });
  };
  open.addEventListener('click', onOpen);
  clear.addEventListener('click', () => {
    clearWorkload();
    open.focus();
  });
  document.addEventListener('workload-change', show);
  addEventListener('pageshow', show);
  show();
  if (isAsked) onOpen();
}
