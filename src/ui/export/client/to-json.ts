import type { ExportTable } from './export-table.ts';

/** A list as JSON: what it is, its columns, and its models by the keys of the columns. */
export function toJson({ title, about, dataAsOf, address, columns, rows }: ExportTable): string {
  const models = rows.map(({ values }) =>
    Object.fromEntries(columns.map(({ key }, place) => [key, values[place] ?? null])),
  );
  return `${JSON.stringify({ title, about, data_as_of: dataAsOf, address, columns, models }, null, 2)}\n`;
}
