import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../record/column.ts';
import type { Table } from './table.ts';

/**
 * By RFC 4180, with every digit of a price. A text that a spreadsheet would run as a formula begins with an
 * apostrophe.
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
