import { z } from 'zod';
import { KNOWN_VALUES } from './vocabulary.ts';

/** A field or value from upstream that the wire schema does not define. */
interface Unknown {
  /** Path in this row, such as `pricing.overrides[2].region`. */
  readonly path: string;
  /** Path in any row, such as `pricing.overrides[].region`. */
  readonly pattern: string;
  readonly value: unknown;
}

/** The fields of `value` that `schema` does not define, at any depth, in their original order. */
export function unknownFields(schema: z.ZodType, value: unknown): readonly Unknown[] {
  return walk(bare(schema), value, '', '');
}

/** Enum values of one row that are not in our vocabulary. */
export function unknownValues(row: object): readonly Unknown[] {
  return Object.entries(KNOWN_VALUES).flatMap(([pattern, known]) =>
    valuesAt(row, pattern.split('.'), '')
      .filter(({ value }) => typeof value === 'string' && !(known as readonly string[]).includes(value))
      .map(({ path, value }) => ({ path, pattern, value })),
  );
}

/** A line of the report: the path and, for a value, the value. */
export function reportLine(unknown: Unknown, kind: 'field' | 'value'): string {
  return kind === 'field' ? unknown.pattern : `${unknown.pattern} = ${JSON.stringify(unknown.value)}`;
}

function walk(schema: z.ZodType, value: unknown, path: string, pattern: string): Unknown[] {
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const element = bare(schema.element as z.ZodType);
    return value.flatMap((item, index) => walk(element, item, `${path}[${index}]`, `${pattern}[]`));
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, field]) => {
    const [at, anyAt] = [join(path, key), join(pattern, key)];
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return known ? walk(bare(known), field, at, anyAt) : [{ path: at, pattern: anyAt, value: field }];
  });
}

/** The schema without its nullable and optional wrappers. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: string,
): { path: string; value: unknown }[] {
  if (step === undefined) return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  const isList = step.endsWith('[]');
  const key = isList ? step.slice(0, -2) : step;
  const next: unknown = (value as Readonly<Record<string, unknown>>)[key];
  const at = join(path, key);
  if (!isList) return valuesAt(next, rest, at);
  return Array.isArray(next) ? next.flatMap((item, index) => valuesAt(item, rest, `${at}[${index}]`)) : [];
}
