import type { Cell, Column } from '../record/column.ts';

/** A table for analysts, the same in every format. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'type'>[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Facts about all tables: when and where the data is from. */
export type About = Readonly<Record<string, string>>;

export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return { name, columns, rows: rows.map((row) => columns.map(({ read }) => read(row))) };
}
