import { FIELDS, type Field, type FieldKey } from './fields.ts';
import type { Model } from './model.ts';

/** The value of a field of a model, or the reason why it is missing. */
type Reading =
  | {
      readonly state: 'stated';
      readonly text: string;
      readonly note: string | null;
      /** Compact form of `text`. */
      readonly short: string;
      readonly shortNote: string | null;
    }
  | { readonly state: 'not stated'; readonly reason: string };

/** Reads a field that has text; `null` for other fields. */
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
