import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../record/column.ts';
import type { Table } from './table.ts';

/**
 * RFC 4180. A text that a spreadsheet would run as a formula begins with an apostrophe. Every digit of a price
 * is there.
 */
export function csvOf({ columns, rows }: Table): string {
  const header = columns.map(({ name }) => name);
  return stringify([header, ...rows.map((row) => row.map(textOf))], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // The library itself quotes only the line end that it writes.
    quoted_match: /[\r\n]/,
  });
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell);
}
