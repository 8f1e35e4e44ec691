import type { Decimal } from './decimal.ts';

/** Comparing what tables sort and filter by. Without big.js, because browsers use it too. */

export type SortValue = number | string | null;
export type Direction = 'asc' | 'desc';

/**
 * Negative, zero or positive as `a` stands before, beside or after `b`. `null` (blank, dynamic, unknown) comes last both ways.
 * Text is compared by code unit, so pass it through `sortText` first.
 */
export function compareValues(a: SortValue, b: SortValue, direction: Direction): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = a < b ? -1 : a > b ? 1 : 0;
  return direction === 'asc' ? order : -order;
}

/** What decides where rows stand in every list that is not sorted otherwise, and among rows that sort alike. */
export interface ListPlace {
  /** Popularity rank; `null`: not ranked. */
  readonly popularity: SortValue;
  /** Any measure of time in which later is greater. */
  readonly added: SortValue;
  readonly id: string;
}

/** The order of lists: the most used first, then the newest, then by id. */
export function compareInList(a: ListPlace, b: ListPlace): number {
  return (
    compareValues(a.popularity, b.popularity, 'asc') ||
    compareValues(a.added, b.added, 'desc') ||
    compareValues(a.id, b.id, 'asc')
  );
}

/**
 * The index of the member of a group that would stand strictly before its base, the foremost one if there are several; `null` when
 * the base stands first.
 */
export function memberAheadOf(
  base: SortValue,
  members: readonly SortValue[],
  direction: Direction,
): number | null {
  let foremost = base;
  let ahead: number | null = null;
  for (const [index, value] of members.entries()) {
    if (compareValues(value, foremost, direction) >= 0) continue;
    foremost = value;
    ahead = index;
  }
  return ahead;
}

/** Text in a form whose code units sort as people expect, in any locale: case and accents aside, `GPT-5` before `GPT-10`. */
export function sortText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'));
}

/** Compares two amounts of zero or above in plain decimal text, exactly: `2.5`, `10`. */
export function compareUsd(a: Decimal, b: Decimal): number {
  // Rounding keeps the order of two numbers, unless it makes them the same.
  const difference = Number(a) - Number(b);
  if (difference !== 0 || a === b) return difference;
  return usdText(a) < usdText(b) ? -1 : 1;
}

const WHOLE_DIGITS = 24;

/** Text whose code units sort as amounts of zero or above do. */
export function usdText(usd: Decimal): string {
  const point = usd.indexOf('.');
  return usd.padStart(WHOLE_DIGITS + (point < 0 ? 0 : usd.length - point), '0');
}
