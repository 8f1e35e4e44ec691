import { z } from 'zod';
import type { Category } from '../../catalog/categories.ts';
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
const one = <Value extends Cell>(name: string, type: Column<Value>['type']) => [
  column<Value>(name, type, same),
];

export const text = <Name extends string>(name: Name) =>
  output(name, z.string(), same<string>, one(name, 'text'));

export const textOrNull = <Name extends string>(name: Name) =>
  output(name, z.string().nullable(), same<string | null>, one(name, 'text'));

export const timeOrNull = <Name extends string>(name: Name) =>
  output(name, z.iso.datetime().nullable(), same<string | null>, one(name, 'time'));

export const countOrNull = <Name extends string>(name: Name) =>
  output(name, z.number().nullable(), same<number | null>, one(name, 'integer'));

export const numberOrNull = <Name extends string>(name: Name) =>
  output(name, z.number().nullable(), same<number | null>, one(name, 'number'));

export const yesNo = <Name extends string>(name: Name) =>
  output(name, z.boolean(), same<boolean>, one(name, 'boolean'));

export const yesNoOrNull = <Name extends string>(name: Name) =>
  output(name, z.boolean().nullable(), same<boolean | null>, one(name, 'boolean'));

export const texts = <Name extends string>(name: Name) =>
  output(name, z.array(z.string()), (values: readonly string[]) => [...values], [jsonColumn(name)]);

export const textsOrNull = <Name extends string>(name: Name) =>
  output(name, z.array(z.string()).nullable(), (values: readonly string[] | null) => values && [...values], [
    jsonColumn(name),
  ]);
