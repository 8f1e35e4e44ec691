import { readColumnKeys, writeColumnKeys } from '../../../search/column-params.ts';
import { BUTTON } from '../../base/client/button.ts';
import type { ModelExplorer } from '../../filter-panel/client/explorer.ts';
import { el } from '../../search/client/dom.ts';
import { canBeHidden } from './chosen-columns.ts';
import { isCompact, makeCompact } from './density.ts';
import type { Columns } from './table-rows.ts';

/** The menu of `ColumnsMenu.astro`: the columns of all lists of an explorer, and how high rows are. */

/** What cell-notes.ts does. */
const NOTES =
  'Press what is underlined with dots for all digits of a figure, why it is missing, or what a column means. ' +
  'With the keyboard, press the right arrow key on the name of a model or on the head of a column.';
const BOX = 'flex items-baseline gap-2 py-1';

/** What the menu asks of a list. */
interface ListOfColumns {
  readonly columns: Columns;
  /** The key of the sorted column. */
  readonly sort: string;
}

interface Choice {
  readonly key: string;
  readonly field: HTMLInputElement;
  readonly note: HTMLElement;
}

/** Fills the menu, and keeps it up to date. */
export function fillColumns(
  menu: HTMLElement,
  explorer: ModelExplorer,
  lists: readonly ListOfColumns[],
): void {
  const columns = new Map(
    lists.flatMap((list) =>
      [...list.columns].filter(([key, column]) => key === 'name' || canBeHidden(column)),
    ),
  );
  const keys = [...columns.keys()];
  const chosen = (): readonly string[] => readColumnKeys(explorer.parameters, keys);
  const isChosen = (key: string): boolean => chosen().length === 0 || chosen().includes(key);
  const choices = [...columns].flatMap(([key, { header, index, label }]): readonly Choice[] =>
    index === 0 ? [] : [newChoice(key, label, header.title)],
  );
  const show = (): void => {
    for (const { key, field, note } of choices) {
      const isSorted = lists.some(({ sort }) => sort === key);
      field.checked = isSorted || isChosen(key);
      field.disabled = isSorted;
      note.hidden = !isSorted;
    }
    reset.hidden = chosen().length === 0;
  };
  const choose = (next: readonly string[]): void => {
    const { parameters } = explorer;
    const isEvery = next.length === choices.length;
    // An empty list would mean the default columns. The name is always shown.
    writeColumnKeys(parameters, isEvery ? [] : next.length === 0 ? keys.slice(0, 1) : next);
    void explorer.change(parameters, 'push');
  };
  for (const { key, field } of choices) {
    field.addEventListener('change', () => {
      const others = choices.map((choice) => choice.key).filter((one) => one === key || isChosen(one));
      choose(field.checked ? others : others.filter((one) => one !== key));
    });
  }
  const reset = el('button', { type: 'button', class: BUTTON }, 'Show all columns');
  reset.addEventListener('click', () => {
    choose(choices.map(({ key }) => key));
    choices[0]?.field.focus();
  });
  const group = el(
    'fieldset',
    { class: 'grid gap-x-6 md:grid-cols-2' },
    el(
      'legend',
      { class: 'pb-2 text-sm text-soft' },
      'Where they do not all fit, the last columns are hidden first.',
    ),
    ...choices.map(({ field }) => field.closest('div') ?? field),
  );
  const foot = el(
    'div',
    { class: 'flex flex-wrap items-center gap-4 border-t border-line pt-2' },
    densityChoice(),
    reset,
  );
  const notes = el('p', { class: 'max-w-[40rem] text-sm text-soft' }, NOTES);
  menu.querySelector('summary + div')?.replaceChildren(group, foot, notes);
  explorer.addEventListener('view', show);
  show();
}

function newChoice(key: string, label: string, explanation: string): Choice {
  const about = `about-${key}`;
  const field = el('input', { type: 'checkbox', 'aria-describedby': about });
  const note = el('small', { class: 'text-faint' }, '(sorted by it)');
  el(
    'div',
    {},
    el('label', { class: BOX }, field, label, note),
    el('p', { id: about, class: 'max-w-[20rem] pb-2 pl-6 text-sm text-soft' }, explanation),
  );
  return { key, field, note };
}

/** Rows of phones have two lines in any case. */
function densityChoice(): HTMLElement {
  const field = el('input', { type: 'checkbox' });
  field.checked = isCompact();
  const problem = el('small', { class: 'text-up', role: 'status' });
  field.addEventListener('change', () => {
    problem.textContent = makeCompact(field.checked)
      ? ''
      : 'Only on this page: this browser does not store it.';
  });
  return el('label', { class: `${BOX} max-md:hidden` }, field, 'Compact rows', problem);
}
