import { z } from 'zod';
import type { Category } from '../../catalog/categories.ts';
import type { PlainTypes } from '../../catalog/fields.ts';
import { column, jsonColumn, type Cell, type Column } from './column.ts';

/** The number of models that each ranking holds. */
export interface RankedCounts {
  readonly popularity: number;
  readonly categories: Readonly<Record<Category, number>>;
}

/** How one field of a model is written for machines. */
export interface FieldOutput<Value> {
  /** Its name in JSON. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly write: (value: Value, counts: RankedCounts) => unknown;
  /** Its columns in tables, which read what `write` gives. */
  readonly columns: readonly Column<never>[];
}

export function output<Name extends string, Schema extends z.ZodType, Value>(
  name: Name,
  schema: Schema,
  write: (value: Value, counts: RankedCounts) => z.input<Schema>,
  columns: readonly Column<z.output<Schema>>[],
) {
  return { name, schema, write, columns };
}

const same = <Value>(value: Value): Value => value;

const plain =
  <Schema extends z.ZodType<Cell>>(schema: Schema, type: Column<never>['type']) =>
  <Name extends string>(name: Name) =>
    output(name, schema, same<z.input<Schema>>, [column(name, type, (value) => value)]);

const list =
  <Schema extends z.ZodType>(schema: Schema) =>
  <Name extends string>(name: Name) =>
    output(name, schema, same<z.input<Schema>>, [jsonColumn(name)]);

/** How values without parts are written, under the name given. */
export const PLAIN_OUTPUTS = {
  text: plain(z.string(), 'text'),
  textOrNull: plain(z.string().nullable(), 'text'),
  timeOrNull: plain(z.iso.datetime().nullable(), 'time'),
  countOrNull: plain(z.number().nullable(), 'integer'),
  numberOrNull: plain(z.number().nullable(), 'number'),
  yesNo: plain(z.boolean(), 'boolean'),
  yesNoOrNull: plain(z.boolean().nullable(), 'boolean'),
  texts: list(z.array(z.string()).readonly()),
  textsOrNull: list(z.array(z.string()).readonly().nullable()),
} satisfies Record<keyof PlainTypes, unknown>;
