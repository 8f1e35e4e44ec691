import { cellKey } from '../../../catalog/cell-key.ts';
import type { SortValue } from '../../../catalog/compare.ts';
import type { TableColumn } from './table-head.ts';

/** Reads the rows of a table of models from the page. Cells are found by the keys of their columns. */

export interface Row {
  readonly id: string;
  readonly element: HTMLTableRowElement;
}

export interface Group {
  readonly id: string;
  readonly body: HTMLTableSectionElement;
  /** The base first. */
  readonly rows: readonly Row[];
  /** The rows folded under the base, each as a group of its own, for when the base is not shown. */
  readonly members: readonly Group[];
}

/** The rows that have a cell of costs, so that the cells after it are one place later. */
export const costedRows = new WeakSet<HTMLTableRowElement>();

export type Columns = ReadonlyMap<string, TableColumn>;

export function readGroup(body: HTMLTableSectionElement): Group {
  const rows = [...body.rows].map(readRow);
  return {
    id: rows[0]?.id ?? '',
    body,
    rows,
    members: rows.slice(1).map((row) => ({
      id: row.id,
      body: document.createElement('tbody'),
      rows: [row],
      members: [],
    })),
  };
}

function readRow(element: HTMLTableRowElement): Row {
  return { id: idOf(element), element };
}

/** The id of a row stands in its first cell. */
export function idOf(row: HTMLTableRowElement): string {
  return row.querySelector('th code')?.textContent ?? '';
}

/** The sort key of a row in a column. */
export function keyOf(row: HTMLTableRowElement | undefined, column: TableColumn | undefined): SortValue {
  if (row && column?.keyOf) return column.keyOf(row);
  const cell = cellOf(row, column);
  if (!cell || !column) return null;
  return cellKey(column.kind, firstLine(cell), cell.dataset.sort);
}

/** The name of the first cell, or the text of another without its second line. */
export function firstLine(cell: HTMLTableCellElement | undefined): string {
  return cell?.firstChild?.textContent?.trim() ?? '';
}

export function cellOf(
  row: HTMLTableRowElement | undefined,
  column: TableColumn | undefined,
): HTMLTableCellElement | undefined {
  if (!column || !row) return undefined;
  return row.cells[costedRows.has(row) ? column.header.cellIndex : column.index];
}
