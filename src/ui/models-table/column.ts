import { dataSortOf } from '../../catalog/cell-key.ts';
import type { Model } from '../../catalog/model.ts';
import type { Order } from '../../catalog/sort.ts';
import { markup, type Html } from '../../site/html.ts';
import { NAME_ROOM, roomFor, type Room } from './client/rooms.ts';

/**
 * The columns of all tables of models: the list of all models, those of outputs, and those of retired models.
 */

/** Widths of columns in tenths of a rem. Each has a class such as `w56`. */
export const WIDTHS = [48, 54, 60, 62, 66, 70, 78, 91, 130, 170] as const;
export type Width = (typeof WIDTHS)[number];

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
  /** The column is hidden where the table has less room than this, unless the table is sorted by it. */
  readonly leaves?: Room;
  /**
   * Phones show the column in the second line of each row, before this word. They show three such columns;
   * the others are shown on demand.
   */
  readonly short?: string;
  /** How the browser sorts by this column. Without it, the column is not sortable. */
  readonly sort?: Pick<Order, 'direction' | 'kind'>;
}

export interface Column<Row = Model> extends Heading {
  readonly show: (row: Row) => Cell;
  readonly sort?: Order<Row>;
}

export interface Cell {
  readonly text: Html | string;
  /** A second line, such as the price above a prompt length. */
  readonly second?: string | undefined;
  /** Why the figure is missing, or all digits of a rounded one. */
  readonly title?: string | undefined;
  /** Classes from row.ts. */
  readonly looks?: string | undefined;
}

interface CellNotes {
  /** Names a variant that would sort before this row. */
  readonly ahead?: string | undefined;
  /** The words before the cell on phones, in a table whose script does not know them. */
  readonly label?: string;
}

/** The cell of a row. */
export function cellHtml<Row>(column: Column<Row>, row: Row, { ahead, label }: CellNotes = {}): Html {
  const { text, second, title, looks } = column.show(row);
  const { sort } = column;
  const classes = looks ?? (column.isWords ? 'w' : '');
  const plain = typeof text === 'string' && second === undefined ? text : null;
  const dataSort = sort === undefined ? null : dataSortOf(sort.kind, sort.value(row), plain);
  const attributes = [
    classes !== '' && markup` class="${classes}"`,
    dataSort !== null && markup` data-sort="${dataSort}"`,
    title !== undefined && markup` title="${title}"`,
    ahead !== undefined && markup` data-ahead="${ahead}"`,
    label !== undefined && markup` data-l="${label}"`,
  ];
  return markup`<td${attributes}>${text}${second !== undefined && markup` <small>${second}</small>`}`;
}

/** The place of the first column after the name. Places count from 1. */
const FIRST_PLACE = 2;

/**
 * The classes of a table with these columns after the name: `s5`, the fifth is sorted; `k5`, phones show it
 * in the second line of a row; `a5`, it is hidden where the table has less room than that of `ROOMS`; `m4`,
 * the costs of a workload come into the fourth place.
 */
export function tableClasses(columns: readonly Heading[], sortedBy: string | undefined): string[] {
  const classes = columns.flatMap(({ key, leaves, short }, index) => {
    const place = index + FIRST_PLACE;
    return [
      leaves !== undefined && `${leaves}${place}`,
      short !== undefined && `k${place}`,
      key === sortedBy && `s${place}`,
    ].filter((name) => name !== false);
  });
  return [...classes, `m${costPlace(columns)}`];
}

/** Costs stand after the output price, else after another price, else after the first column. */
function costPlace(columns: readonly Heading[]): number {
  const keys = columns.map(({ key }) => key);
  const before =
    ['output', 'input', 'price'].map((key) => keys.indexOf(key)).find((index) => index >= 0) ?? 0;
  return before + FIRST_PLACE + 1;
}

/**
 * The columns of a list with the rooms in which they are hidden, the last column first. A table keeps its
 * name column and any one sorted column at full width.
 */
export function withRooms<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const widths = columns.map(({ width }) => (width ?? 0) / 10);
  return columns.map((column, index) => {
    const own = widths.slice(0, index + 1).reduce((sum, width) => sum + width, NAME_ROOM);
    const room = own + Math.max(0, ...widths.slice(index + 1));
    const leaves = roomFor(room);
    return leaves === null || index === 0 ? column : { ...column, leaves };
  });
}
