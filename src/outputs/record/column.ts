/** A value in a table. Decimal text stands for a number of which CSV keeps every digit. */
export type Cell = string | number | boolean | null;

/** `json`: a list or an object as JSON text. `time`: an ISO time. */
type CellType = 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'json';

/** A column of the tables for analysts, the same in CSV, Parquet and SQLite. */
export interface Column<Row> {
  readonly name: string;
  readonly type: CellType;
  readonly read: (row: Row) => Cell;
}

export function column<Row>(name: string, type: CellType, read: (row: Row) => Cell): Column<Row> {
  return { name, type, read };
}

/** A list or an object; `null` stays empty. */
export function jsonColumn<Row>(name: string, read: (row: Row) => unknown = (row) => row): Column<Row> {
  return column(name, 'json', (row) => {
    const value = read(row) ?? null;
    return value === null ? null : JSON.stringify(value);
  });
}

/** The same columns for a row of which they read a part. */
export function columnsOf<Row, Part>(
  columns: readonly Column<Part>[],
  part: (row: Row) => Part,
): readonly Column<Row>[] {
  return columns.map(({ name, type, read }) => ({ name, type, read: (row) => read(part(row)) }));
}
