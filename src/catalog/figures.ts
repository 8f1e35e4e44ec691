import { count, groupThousands, integer } from './counts.ts';
import type { Decimal } from './decimal.ts';

/**
 * Formats numbers for pages, sentences, feeds and the browser, and re-exports the formats of counts and days.
 * Does not use Intl, so that output is the same in every build and browser.
 */

export { count, groupThousands, integer } from './counts.ts';
export { date, month } from './dates.ts';

export const MISSING = '—';

const CELL_DIGITS = 3;

// Money, from plain decimal text

/**
 * At most three significant digits of plain decimal text: `0.0643154` → `$0.0643`. From ten cents to a
 * hundred dollars an exact amount has two decimals (`$0.20`, `$10.00`), the usual form of prices. A rounded
 * amount does not (`$12.3`), because its second decimal is not known.
 */
export function cellUsd(usd: string): string {
  const { text, isExact } = significant(usd, CELL_DIGITS);
  const value = Math.abs(Number(text));
  const decimals = value < 0.1 || value >= 100 ? 0 : isExact || value < 10 ? 2 : 1;
  return dollars(text, decimals);
}

/**
 * A price beside another one: two decimals from one dollar up (`$11.25`, `$150.00`), at most three
 * significant digits below (`$0.0826`). Takes plain decimal text.
 */
export function pairUsd(usd: string): string {
  return Math.abs(Number(usd)) < 1 ? cellUsd(usd) : dollars(fixed(usd, 2), 2);
}

/** Whether `cellUsd` drops digits. */
export function isRounded(usd: string): boolean {
  return !significant(usd, CELL_DIGITS).isExact;
}

/**
 * Every digit, at least two decimals, thousands separated: `$0.413772`, `$1,250.00`. Takes plain decimal
 * text.
 */
export function exactUsd(usd: string): string {
  return dollars(trimZeros(usd), 2);
}

const FULL_LENGTH = 9;

/** Where there is room: every digit of an amount with few (`$18.75`, `$0.413772`), else as `pairUsd`. */
export function fullUsd(usd: string): string {
  const exact = exactUsd(usd);
  return exact.length <= FULL_LENGTH ? exact : pairUsd(usd);
}

/**
 * The cost of a workload: to the cent from one cent up (`$1,234.50`), two significant digits below
 * (`$0.0032`).
 */
export function costUsd(usd: string): string {
  const isSmall = Math.abs(Number(usd)) < 0.01;
  return isSmall ? dollars(significant(usd, 2).text, 0) : dollars(fixed(usd, 2), 2);
}

/** A number as plain decimal text without an exponent: `1e-7` → `0.0000001`. */
export function plainText(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const [sign, whole, fraction] = [digits.startsWith('-') ? '-' : '', ...digits.replace('-', '').split('.')];
  const places = Number(exponent);
  const all = `${whole ?? ''}${fraction ?? ''}`;
  return places < 0
    ? `${sign}0.${'0'.repeat(-places - 1)}${all}`
    : `${sign}${all.padEnd((whole ?? '').length + places, '0')}`;
}

// Counts of tokens, and shares

const TOKEN_STEPS = [
  { size: 1e9, sign: 'B', digits: 3 },
  { size: 1e6, sign: 'M', digits: 3 },
  { size: 1e3, sign: 'K', digits: 2 },
] as const;

/**
 * Compact token count: `1.05M`, `131K`, `8.2K`, `512`; `—` when missing. Upstream writes 0 for "not stated".
 */
export function shortTokens(tokens: number | null): string {
  if (!tokens) return MISSING;
  for (const { size, sign, digits } of TOKEN_STEPS) {
    const scaled = tokens / size;
    // A value that would round to 1000 of the smaller unit uses this one: 999,999 is 1M, not 1000K.
    if (scaled >= 0.9995) {
      const decimals = Math.max(0, digits - String(Math.round(scaled)).length);
      return `${trimZeros(scaled.toFixed(decimals))}${sign}`;
    }
  }
  return String(tokens);
}

/** Compact token count where it is exact, else every digit: `200K`, `131,072`. */
export function faithfulTokens(tokens: number): string {
  const short = shortTokens(tokens);
  const size = TOKEN_STEPS.find(({ sign }) => short.endsWith(sign))?.size;
  const shown = size === undefined ? Number(short) : Math.round(Number(short.slice(0, -1)) * size);
  return shown === tokens ? short : integer(tokens);
}

/** `1,048,576 tokens`; `—` when missing. Upstream writes 0 for "not stated". */
export function exactTokens(tokens: number | null): string {
  return tokens ? count(tokens, 'token') : MISSING;
}

/** A share of 1 as a percentage, rounded half up: `0.634` → `63%`. */
export function percent(share: number): string {
  // 0.285 × 100 is 28.499999999999996 in doubles.
  return `${Math.round(Number((share * 100).toPrecision(12)))}%`;
}

/** The difference of a ratio from 1 in percent, exact: `0.875` → `12.5`, `1.2` → `20`. */
export function percentFrom(ratio: Decimal): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const distance = BigInt(whole + fraction) - 10n ** BigInt(fraction.length);
  // Moving the point two digits to the right multiplies by 100.
  const digits = `${String(distance).replace('-', '')}00`.padStart(fraction.length + 1, '0');
  const point = digits.length - fraction.length;
  return trimZeros(`${digits.slice(0, point)}.${digits.slice(point)}0`).replace(/^0+(?=\d)/, '');
}

// Words

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}

/** Capitalizes the first letter. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label within a sentence: `Tools` → `tools`, but `JSON mode`. */
export function inSentence(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** `text` with a dollar sign, thousands separated and at least `minDecimals` decimals. */
function dollars(text: string, minDecimals: number): string {
  const sign = text.startsWith('-') ? '−' : '';
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const decimals = fraction.padEnd(minDecimals, '0');
  return `${sign}$${groupThousands(whole)}${decimals && `.${decimals}`}`;
}

/** Drops trailing zeros of a fraction: `1.50` → `1.5`. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * Rounds half up to `digits` significant digits. Works on text, because a double cannot hold all digits of
 * long prices.
 */
function significant(text: string, digits: number): { text: string; isExact: boolean } {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const first = (whole + fraction).search(/[1-9]/);
  if (first < 0) return { text: '0', isExact: true };
  return roundAt(text, first + digits);
}

/** Plain decimal text rounded half up to at most `digits` significant digits. */
export function toDigits(text: string, digits: number): string {
  return significant(text, digits).text;
}

/** Plain decimal text rounded half up to at most `decimals` decimals. */
export function fixed(text: string, decimals: number): string {
  const point = text.replace('-', '').split('.')[0]?.length ?? 0;
  return roundAt(text, point + decimals).text;
}

/**
 * Keeps the first `kept` digits of plain decimal text (not counting the point and the sign), rounded half up,
 * without trailing zeros.
 */
function roundAt(text: string, kept: number): { text: string; isExact: boolean } {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole + fraction;
  const rest = digits.slice(kept);
  if (/^0*$/.test(rest)) return { text: trimZeros(text), isExact: true };
  const rounded = BigInt(digits.slice(0, kept) || '0') + (rest >= '5' ? 1n : 0n);
  const all = (String(rounded) + '0'.repeat(rest.length)).padStart(digits.length, '0');
  const point = all.length - fraction.length;
  return { text: trimZeros(`${sign}${all.slice(0, point)}.${all.slice(point)}`), isExact: false };
}
