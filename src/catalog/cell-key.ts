import { sortText, type SortValue } from './compare.ts';
import { MISSING, plainText } from './figures.ts';

/** How the values of a column are compared: by size, or as text. */
export type SortKind = 'number' | 'text';

/**
 * What a cell of a table sorts by: its `data-sort`, else its text. Among numbers, `free` is 0 and other words are `null`; in a column of
 * text, a dash is. A `data-sort` without text is `null`, too.
 */
export function cellKey(kind: SortKind, text: string, dataSort: string | undefined): SortValue {
  if (dataSort === '') return null;
  if (kind === 'text') {
    const value = dataSort ?? (text === MISSING ? '' : text);
    return value === '' ? null : sortText(value);
  }
  if (dataSort === undefined && text === 'free') return 0;
  const digits = dataSort ?? text.replace(/[$,]/g, '');
  const value = digits.trim() === '' ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : null;
}

/** The `data-sort` that a cell needs to sort by `value`; `null` where its text says the same. Text that is not known is no text. */
export function dataSortOf(kind: SortKind, value: SortValue, text: string | null): string | null {
  const key = typeof value === 'string' ? sortText(value) : value;
  if (text !== null && cellKey(kind, text, undefined) === key) return null;
  return typeof value === 'number' ? plainText(value) : (value ?? '');
}
