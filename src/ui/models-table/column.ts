import { dataSortOf } from '../../catalog/cell-key.ts';
import type { Model } from '../../catalog/model.ts';
import type { Order } from '../../catalog/sort.ts';
import { markup, type Html } from '../../site/html.ts';

/**
 * The columns of all tables of models: the list of all models, those of outputs, and those of retired models.
 */

/** Widths of columns in tenths of a rem. Each has a class such as `w56` in table-columns.css. */
export type Width = 43 | 56 | 57 | 61 | 65 | 74 | 77 | 78 | 88 | 91 | 170;

/** The header of a column. */
export interface Heading {
  /** The column's key in URLs (`sort`, `cols`) and in the markup (`data-key`). */
  readonly key: string;
  readonly header: string;
  /** Below the header. */
  readonly unit?: string;
  /** The meaning of the column, in one sentence. */
  readonly explanation: string;
  /** `null`: takes the remaining width. */
  readonly width: Width | null;
  /** Cells contain words, left-aligned. Otherwise they contain figures. */
  readonly isWords?: true;
  /** How the browser sorts by this column. Without it, the column is not sortable. */
  readonly sort?: Pick<Order, 'direction' | 'kind'>;
}

export interface Column<Row = Model> extends Heading {
  /** The label of each figure on phones, which have no headers. Defaults to the header. */
  readonly label?: string;
  readonly show: (row: Row) => Cell;
  readonly sort?: Order<Row>;
}

export interface Cell {
  readonly text: Html | string;
  /** Why the figure is missing, or all digits of a rounded one. */
  readonly title?: string | undefined;
  /** Classes from row.ts. */
  readonly looks?: string | undefined;
}

/** The cell of a row; `note` names a variant that would sort before this row. */
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

/** Minimum width of the name column, in tenths of a rem. */
const NAME_ROOM = 126;
/** Minimum widths of tables in rem, each with a class such as `least-73` in table-columns.css. */
export const MIN_WIDTHS = [62, 66, 73, 80, 87, 94, 101] as const;

/** The minimum width of a table with these columns. Narrower screens scroll it. */
export function minWidth(columns: readonly Heading[]): number {
  const room = columns.reduce((sum, { width }) => sum + (width ?? 0), NAME_ROOM) / 10;
  return MIN_WIDTHS.find((least) => least >= room) ?? Math.max(...MIN_WIDTHS);
}
