import { stringify } from 'csv-stringify/browser/esm/sync';
import { valueText, type ExportTable } from './export-table.ts';

/**
 * A list as CSV by RFC 4180, without comment lines, which parsers do not expect: the last two columns say of
 * which day the data is and at which URL the view. A text that a spreadsheet would run as a formula begins
 * with an apostrophe.
 */
export function toCsv({ columns, rows, dataAsOf, address }: ExportTable): string {
  const header = [...columns.map(({ label }) => label), 'Data as of', 'View'];
  const lines = rows.map(({ values }) => [...values.map(valueText), dataAsOf, address]);
  return stringify([header, ...lines], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // The library itself quotes only the line end that it writes.
    quoted_match: /[\r\n]/,
  });
}
