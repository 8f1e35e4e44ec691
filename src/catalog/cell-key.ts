import { sortText, type SortValue } from './compare.ts';
import { DAY_MS } from './day.ts';
import { MISSING, plainText } from './figures.ts';

/** The text of a cell with an empty list. */
export const NONE_LISTED = 'none';
/** The text of a cell whose list upstream does not give. */
export const NOT_STATED = 'not stated';

/**
 * How the values of a column are compared: as numbers, as text, as days, or by the number of listed words.
 */
export type SortKind = 'number' | 'text' | 'date' | 'count';

/** Whether many rows have the same value, so that ties are sorted by name. */
export function hasManyTies(kind: SortKind): boolean {
  return kind === 'count';
}

/**
 * The sort value of a table cell: its `data-sort`, else its text. In a number column `free` is 0 and other
 * words are `null`; in a text column a dash is `null`; in a date column `Jul 31, 2026` is the number of the
 * day; in a count column `none` is 0, and `text, image → text, audio` is 3: text output is not counted beside
 * others. An empty `data-sort` is `null` in each.
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
  if (kind === 'count' && dataSort === undefined) return countListed(text);
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

function countListed(text: string): number | null {
  if (text === NONE_LISTED) return 0;
  const [first = '', second = ''] = text.split(' → ');
  const names = (part: string): string[] =>
    part.split(', ').filter((name) => name !== '' && name !== NOT_STATED);
  const count = names(first).length + names(second).filter((name) => name !== 'text').length;
  return count === 0 ? null : count;
}
