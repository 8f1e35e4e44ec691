import { presetOf, workloadWords } from '../../../catalog/cost/workload-words.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { writeWorkload } from '../../../search/workload-params.ts';
import { queryText } from '../../base/client/address-bar.ts';
import { carryWorkload } from './carry-workload.ts';
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

/** A link to the list of all models, the lowest cost first. */
function listByCost(list: string, workload: Workload): HTMLAnchorElement {
  const parameters = new URLSearchParams();
  writeWorkload(parameters, workload);
  parameters.set('sort', 'cost');
  return Object.assign(document.createElement('a'), {
    href: `${list}?${queryText(parameters)}`,
    textContent: 'All models by cost',
  });
}

/**
 * Shows the current workload in a workload line, from now on; `isAsked`: the form is opened, too. `data-list`
 * is the URL of the list of all models, on a page that shows no costs itself.
 */
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
    line.dataset.live = '';
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
    const { list } = line.dataset;
    said.replaceChildren(
      name,
      ` ${workloadWords(current.workload)}. `,
      ...(list === undefined ? [] : [listByCost(list, current.workload), ' ']),
      source,
    );
  };
  carryWorkload();
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
