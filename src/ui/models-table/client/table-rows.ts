import { cellKey } from '../../../catalog/cell-key.ts';
import type { SortValue } from '../../../catalog/compare.ts';
import { filterText, type FilterText } from '../../../search/list-filter.ts';
import type { TableColumn } from './table-head.ts';

/** The rows of a table of models, read from the page. Cells are found by the keys of their columns. */

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
  /** The base first. */
  readonly rows: readonly Row[];
  /** What folds the variants out; `null` where nothing folds. */
  readonly unfold: HTMLInputElement | null;
}

export type Columns = ReadonlyMap<string, TableColumn>;

export function readGroup(body: HTMLTableSectionElement, columns: Columns): Group {
  return {
    id: body.rows[0]?.dataset.modelId ?? '',
    body,
    rows: [...body.rows].map((row) => readRow(row, columns)),
    unfold: body.querySelector('input'),
  };
}

function readRow(element: HTMLTableRowElement, columns: Columns): Row {
  const id = element.dataset.modelId ?? '';
  const dataOf = (key: string): DOMStringMap => cellOf(element, columns.get(key))?.dataset ?? {};
  const { in: takes, out: gives = 'text' } = dataOf('modalities');
  return {
    element,
    text: filterText(
      ['th > a', 'th > small'].map((part) => element.querySelector(part)?.textContent).join(' '),
    ),
    author: id.replace('~', '').split('/')[0] ?? '',
    takes: setOf(takes),
    gives: setOf(gives),
    can: setOf(dataOf('features').can),
    isFree: dataOf('input').price === 'free',
    input: numberOf(keyOf(element, columns.get('input'))),
    context: numberOf(keyOf(element, columns.get('context'))),
  };
}

/** What a row sorts by in a column. */
export function keyOf(row: HTMLTableRowElement | undefined, column: TableColumn | undefined): SortValue {
  const cell = cellOf(row, column);
  if (!cell || !column) return null;
  const text = cell.tagName === 'TH' ? cell.querySelector('a')?.textContent : cell.textContent;
  return cellKey(column.kind, text ?? '', cell.dataset.sort);
}

export function cellOf(
  row: HTMLTableRowElement | undefined,
  column: TableColumn | undefined,
): HTMLTableCellElement | undefined {
  return column && row?.cells[column.index];
}

function numberOf(key: SortValue): number | null {
  return typeof key === 'number' ? key : null;
}

function setOf(values: string | undefined): ReadonlySet<string> {
  return new Set(values === undefined || values === '' ? [] : values.split(',').map(decodeURIComponent));
}
