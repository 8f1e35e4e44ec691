import { dataSortOf } from '../../catalog/cell-key.ts';
import type { Model } from '../../catalog/model.ts';
import type { Order } from '../../catalog/sort.ts';
import { markup, type Html } from '../../site/html.ts';

/** What a column of any table of models is: the list of all models, those of outputs, and those of retired models. */

/** Widths of columns, in tenths of a rem: each is a class `w56` of columns.css. */
export type Width = 43 | 56 | 57 | 61 | 65 | 74 | 77 | 78 | 88 | 91 | 170;

/** What stands above a column. */
export interface Heading {
  /** Names the column in addresses (`sort`, `cols`) and to the browser (`data-key`). */
  readonly key: string;
  readonly header: string;
  /** Under the header. */
  readonly unit?: string;
  /** What the column says, in one sentence. */
  readonly explanation: string;
  /** `null`: what the others leave. */
  readonly width: Width | null;
  /** Cells hold words, set from the left. Otherwise they hold figures. */
  readonly isWords?: true;
  /** How the browser sorts by this column; without it, the column does not sort. */
  readonly sort?: Pick<Order, 'direction' | 'kind'>;
}

export interface Column<Row = Model> extends Heading {
  /** Beside each figure on phones, where there are no headers; the header, where it is missing. */
  readonly label?: string;
  readonly show: (row: Row) => Cell;
  readonly sort?: Order<Row>;
}

export interface Cell {
  readonly text: Html | string;
  /** Why there is no figure, or all digits of a rounded one. */
  readonly title?: string | undefined;
  /** Classes of row.ts. */
  readonly looks?: string | undefined;
}

/** The cell of a row; `note` names a variant that would stand before this row. */
export function cellHtml<Row>(column: Column<Row>, row: Row, note?: string): Html {
  const { text, title, looks = '' } = column.show(row);
  const { sort } = column;
  const classes = [column.isWords && 'w', looks].filter(Boolean).join(' ');
  const plain = typeof text === 'string' ? text : null;
  const dataSort = sort === undefined ? null : dataSortOf(sort.kind, sort.value(row), plain);
  const attributes = [
    markup` data-l="${column.label ?? column.header}"`,
    classes !== '' && markup` class="${classes}"`,
    dataSort !== null && markup` data-sort="${dataSort}"`,
    title !== undefined && markup` title="${title}"`,
    note !== undefined && markup` data-ahead="${note}"`,
  ];
  return markup`<td${attributes}>${text}`;
}

/** So much room is left to the column of names where a table is at its narrowest; in tenths of a rem. */
const NAME_ROOM = 126;
/** Least widths of tables in rem, each a class `least-73` of columns.css. */
export const LEAST_WIDTHS = [62, 66, 73, 80, 87, 94, 101] as const;

/** The least width of a table with these columns, below which it is scrolled. */
export function leastWidth(columns: readonly Heading[]): number {
  const room = columns.reduce((sum, { width }) => sum + (width ?? 0), NAME_ROOM) / 10;
  return LEAST_WIDTHS.find((least) => least >= room) ?? Math.max(...LEAST_WIDTHS);
}
