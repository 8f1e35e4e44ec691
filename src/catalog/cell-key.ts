import { sortText, type SortValue } from './compare.ts';
import { DAY_MS } from './day.ts';
import { MISSING, plainText } from './figures.ts';

/** How the values of a column are compared: as numbers, as text, or as days. */
export type SortKind = 'number' | 'text' | 'date';

/**
 * The sort value of a table cell: its `data-sort`, else its text. In a number column `free` is 0 and other
 * words are `null`; in a text column a dash is `null`; in a date column `31 Jul 2026` is the number of the
 * day. An empty `data-sort` is `null` in each.
 */
export function cellKey(kind: SortKind, text: string, dataSort: string | undefined): SortValue {
  if (dataSort === '') return null;
  if (kind === 'text') {
    const value = dataSort ?? (text === MISSING ? '' : text);
    return value === '' ? null : sortText(value);
  }
  if (kind === 'date') {
    const day = Date.parse(`${text} UTC`) / DAY_MS;
    return Number.isFinite(day) ? day : null;
  }
  if (dataSort === undefined && text === 'free') return 0;
  const digits = dataSort ?? text.replace(/[$,]/g, '');
  const value = digits.trim() === '' ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : null;
}

/**
 * The `data-sort` that makes a cell sort by `value`; `null` where its text gives the same value. Pass `null`
 * for unknown text.
 */
export function dataSortOf(kind: SortKind, value: SortValue, text: string | null): string | null {
  const key = typeof value === 'string' ? sortText(value) : value;
  if (text !== null && cellKey(kind, text, undefined) === key) return null;
  return typeof value === 'number' ? plainText(value) : (value ?? '');
}
