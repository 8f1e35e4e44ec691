import { FIELDS, type Field, type FieldKey } from './fields.ts';
import type { Model } from './model.ts';

/** What a model says of a field. */
type Reading =
  | {
      readonly state: 'stated';
      readonly text: string;
      readonly note: string | null;
      /** The same at a glance. */
      readonly short: string;
      readonly shortNote: string | null;
    }
  | { readonly state: 'not stated'; readonly reason: string };

/** Reads a field that has text; `null` where it has none. */
export function readField(key: FieldKey, model: Model): Reading | null {
  const field: Field = FIELDS[key] as Field;
  if (!field.text) return null;
  const value: unknown = model[key];
  const text = value === null || value === undefined ? null : field.text(value, model);
  if (value === null || value === undefined || text === null) {
    return { state: 'not stated', reason: field.missing };
  }
  return {
    state: 'stated',
    text,
    note: field.note?.(value, model) ?? null,
    short: field.short?.(value) ?? text,
    shortNote: field.shortNote?.(value, model) ?? null,
  };
}
