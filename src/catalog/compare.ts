import type { Decimal } from './decimal.ts';

/**
 * Comparison of values for sorting and filtering. Does not use big.js, because it also runs in the browser.
 */

export type SortValue = number | string | null;
export type Direction = 'asc' | 'desc';

/**
 * Negative, zero or positive as `a` sorts before, level with or after `b`. `null` (blank, dynamic, unknown)
 * sorts last in both directions. Text is compared by code unit, so pass it through `sortText` first.
 */
export function compareValues(a: SortValue, b: SortValue, direction: Direction): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = a < b ? -1 : a > b ? 1 : 0;
  return direction === 'asc' ? order : -order;
}

/** The values of the default list order, which is also the tie-break of other orders. */
export interface ListPlace {
  /** Popularity rank; `null`: not ranked. */
  readonly popularity: SortValue;
  /** Any measure of time in which later is greater. */
  readonly added: SortValue;
  readonly id: string;
}

/** The default list order: most used first, then newest, then by id. */
export function compareInList(a: ListPlace, b: ListPlace): number {
  return (
    compareValues(a.popularity, b.popularity, 'asc') ||
    compareValues(a.added, b.added, 'desc') ||
    compareValues(a.id, b.id, 'asc')
  );
}

/**
 * The index of the member that sorts strictly before the base of its group, the first one if there are
 * several; `null` when the base sorts first.
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

/**
 * Text in a form that sorts naturally by code unit in any locale: case and accents ignored, `GPT-5` before
 * `GPT-10`.
 */
export function sortText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'));
}

/** Compares two non-negative amounts in plain decimal text exactly: `2.5`, `10`. */
export function compareUsd(a: Decimal, b: Decimal): number {
  // Rounding to doubles keeps the order of two numbers unless it makes them equal.
  const difference = Number(a) - Number(b);
  if (difference !== 0 || a === b) return difference;
  return usdText(a) < usdText(b) ? -1 : 1;
}

const WHOLE_DIGITS = 24;

/** Text that sorts non-negative amounts by code unit. */
export function usdText(usd: Decimal): string {
  const point = usd.indexOf('.');
  return usd.padStart(WHOLE_DIGITS + (point < 0 ? 0 : usd.length - point), '0');
}
