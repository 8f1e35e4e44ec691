/** Comparing what tables sort by. Without imports, because the browser's sorting uses it too. */

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

/** Text in a form whose code units sort as people expect, in any locale: case and accents aside, `GPT-5` before `GPT-10`. */
export function sortText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'));
}
