import { compareValues, sortText, type Direction, type SortValue as Key } from '../../../catalog/compare.ts';
import { filterText, textMatcher, type FilterText } from '../../../search/list-filter.ts';
import { aheadText } from '../../../catalog/format.ts';

/** The rows of a table of models, read from the page: what they are filtered and sorted by. */

export interface Row {
  readonly element: HTMLTableRowElement;
  /** Name, author and id. */
  readonly text: FilterText;
  readonly author: string;
  readonly takes: ReadonlySet<string>;
  readonly gives: ReadonlySet<string>;
  readonly can: ReadonlySet<string>;
  readonly isFree: boolean;
  readonly input: number | null;
  readonly context: number | null;
}

export interface Group {
  readonly id: string;
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly Row[];
  readonly keys: Map<number, Key>;
  /** What folds the variants out; `null` where nothing folds. */
  readonly unfold: HTMLInputElement | null;
}

const BLANKS: ReadonlySet<string> = new Set(['—', 'dynamic', 'unknown', 'unstated', '']);

export function readGroup(body: HTMLTableSectionElement): Group {
  return {
    id: body.rows[0]?.dataset.modelId ?? '',
    body,
    rows: [...body.rows].map(readRow),
    keys: new Map(),
    unfold: body.querySelector('input'),
  };
}

function readRow(element: HTMLTableRowElement): Row {
  const id = element.dataset.modelId ?? '';
  const cell = (index: number): string => element.cells[index]?.textContent ?? '';
  const modalities = element.cells[6]?.querySelector('svg')?.getAttribute('aria-label') ?? '';
  const [takes = '', gives = 'text'] = modalities.split(' → ');
  return {
    element,
    text: filterText(
      ['th > a', 'th > small'].map((part) => element.querySelector(part)?.textContent).join(' '),
    ),
    author: id.replace('~', '').split('/')[0] ?? '',
    takes: new Set(takes.split(', ')),
    gives: new Set(gives.split(', ')),
    can: new Set(
      cell(7)
        .split(' · ')
        .filter((word) => !BLANKS.has(word)),
    ),
    // What is not billed costs nothing.
    isFree: cell(3) === 'free' && ['free', '—'].includes(cell(4)),
    input: cellKey(element.cells[3]) as number | null,
    context: cellKey(element.cells[1]) as number | null,
  };
}

/** Sorts by a column; what is alike there by popularity, then the newest first. Columns are told by their place in a row. */
export function sortGroups(
  groups: Group[],
  by: {
    readonly index: number;
    readonly direction: Direction;
    readonly popularity: number;
    readonly added: number;
  },
): void {
  groups.sort(
    (a, b) =>
      compareValues(key(a, by.index), key(b, by.index), by.direction) ||
      compareValues(key(a, by.popularity), key(b, by.popularity), 'asc') ||
      compareValues(key(a, by.added), key(b, by.added), 'desc') ||
      compareValues(a.id, b.id, 'asc'),
  );
}

function key(group: Group, index: number): Key {
  let value = group.keys.get(index);
  if (value === undefined) {
    value = cellKey(group.body.rows[0]?.cells[index]);
    group.keys.set(index, value);
  }
  return value;
}

/** What a cell sorts by: its `data-sort`, else its text; free is 0, what is no number is `null`. */
function cellKey(cell: HTMLTableCellElement | undefined): Key {
  const given = cell?.dataset.sort;
  if (given !== undefined) return Number(given);
  if (cell?.tagName === 'TH') return sortText(cell.querySelector('a')?.textContent ?? '');
  const text = cell?.textContent ?? '';
  if (text === 'free') return 0;
  const value = text === '' ? Number.NaN : Number(text.replace(/[$,]/g, ''));
  return Number.isFinite(value) ? value : null;
}

/** Where a folded variant would come before its base, the base's cell says so. */
export function noteMemberAhead({ rows }: Group, index: number, direction: Direction): void {
  const base = rows[0]?.element;
  const cell = base?.cells[index];
  if (!base || !cell || rows.length === 1) return;
  for (const one of base.querySelectorAll<HTMLElement>('[data-ahead]')) delete one.dataset.ahead;
  let foremost = cellKey(cell);
  for (const { element } of rows.slice(1)) {
    const own = element.cells[index];
    const value = cellKey(own);
    if (typeof value === 'string' || compareValues(value, foremost, direction) >= 0) continue;
    foremost = value;
    cell.dataset.ahead = aheadText(element.dataset.modelId ?? '', own?.textContent ?? '');
  }
}

/** The word that a row has for an ability. */
function wordFor(value: string, form: HTMLFormElement | null): string {
  const chips = form?.querySelectorAll<HTMLInputElement>('input[name=can]') ?? [];
  return [...chips].find((chip) => chip.value === value)?.dataset.word ?? value;
}

/** Whether a row passes what the form asks for. */
export function testOf(filters: URLSearchParams, form: HTMLFormElement | null): (row: Row) => boolean {
  const holdsWords = textMatcher(filters.get('q') ?? '');
  const author = filters.get('author');
  const can = filters.getAll('can').map((value) => wordFor(value, form));
  const takes = filters.getAll('takes');
  const gives = filters.getAll('out');
  const free = filters.get('price') === 'free';
  const maxInput = filters.has('input') ? Number(filters.get('input')) : null;
  const minContext = filters.has('context') ? Number(filters.get('context')) : null;
  return (row) =>
    holdsWords(row.text) &&
    (author === null || row.author === author) &&
    can.every((one) => row.can.has(one)) &&
    takes.every((one) => row.takes.has(one)) &&
    gives.every((one) => row.gives.has(one)) &&
    (!free || row.isFree) &&
    (maxInput === null || (row.input !== null && row.input <= maxInput)) &&
    (minContext === null || (row.context !== null && row.context >= minContext));
}
