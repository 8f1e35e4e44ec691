import type { Decimal } from './decimal.ts';

/** How figures are written, everywhere: on pages, in sentences, in feeds and in the browser. Without Intl, so that every build and browser agree. */

export const MISSING = '—';

const CELL_DIGITS = 3;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

// Money, from plain decimal text

/**
 * At most three significant digits of plain decimal text: `0.0643154` → `$0.0643`.
 * From ten cents to a hundred dollars an exact amount has two decimals (`$0.20`, `$10.00`), as prices are read; a rounded one
 * does not (`$12.3`), because the second decimal would be a lie.
 */
export function cellUsd(usd: string): string {
  const { text, isExact } = significant(usd, CELL_DIGITS);
  const value = Math.abs(Number(text));
  const decimals = value < 0.1 || value >= 100 ? 0 : isExact || value < 10 ? 2 : 1;
  return dollars(text, decimals);
}

/** Whether `cellUsd` loses digits of it. */
export function isRounded(usd: string): boolean {
  return !significant(usd, CELL_DIGITS).isExact;
}

/** Every digit, at least two decimals, thousands separated: `$0.413772`, `$1,250.00`. Takes plain decimal text. */
export function exactUsd(usd: string): string {
  return dollars(trimZeros(usd), 2);
}

/** What a workload costs: to the cent from a cent up (`$1,234.50`), two significant digits below it (`$0.0032`). */
export function costUsd(usd: string): string {
  const isSmall = Math.abs(Number(usd)) < 0.01;
  return isSmall ? dollars(significant(usd, 2).text, 0) : dollars(fixed(usd, 2), 2);
}

/** A number as plain decimal text, as `String` writes only those of a usual size: `1e-7` → `0.0000001`. */
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

// Counts

/** Whole numbers with thousands separated: `1,048,576`. */
export function integer(value: number): string {
  return groupThousands(String(Math.round(value)));
}

/** `1 model`, `421 models`; pass the plural where it is not the noun with an s. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${integer(value)} ${value === 1 ? noun : plural}`;
}

const TOKEN_STEPS = [
  { size: 1e9, sign: 'B', digits: 3 },
  { size: 1e6, sign: 'M', digits: 3 },
  { size: 1e3, sign: 'K', digits: 2 },
] as const;

/** Tokens at a glance: `1.05M`, `131K`, `8.2K`, `512`; `—` when there is none. Upstream writes 0 for "not stated". */
export function shortTokens(tokens: number | null): string {
  if (!tokens) return MISSING;
  for (const { size, sign, digits } of TOKEN_STEPS) {
    const scaled = tokens / size;
    // What would round to a thousand of the step below belongs to this one: 999,999 is 1M, not 1000K.
    if (scaled >= 0.9995) {
      const decimals = Math.max(0, digits - String(Math.round(scaled)).length);
      return `${trimZeros(scaled.toFixed(decimals))}${sign}`;
    }
  }
  return String(tokens);
}

/** Tokens at a glance where that loses nothing, else every digit: `200K`, `131,072`. */
export function faithfulTokens(tokens: number): string {
  const short = shortTokens(tokens);
  const size = TOKEN_STEPS.find(({ sign }) => short.endsWith(sign))?.size;
  const said = size === undefined ? Number(short) : Math.round(Number(short.slice(0, -1)) * size);
  return said === tokens ? short : integer(tokens);
}

/** `1,048,576 tokens`; `—` when there is none. Upstream writes 0 for "not stated". */
export function exactTokens(tokens: number | null): string {
  return tokens ? count(tokens, 'token') : MISSING;
}

/** A share of one as percent, rounded half up: `0.634` → `63%`. */
export function percent(share: number): string {
  // 0.285 × 100 is 28.499999999999996 in doubles.
  return `${Math.round(Number((share * 100).toPrecision(12)))}%`;
}

/** How far a ratio lies from 1, in percent and exactly: `0.875` → `12.5`, `1.2` → `20`. */
export function percentFrom(ratio: Decimal): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const distance = BigInt(whole + fraction) - 10n ** BigInt(fraction.length);
  // Two more digits before the point are a hundred times as much.
  const digits = `${String(distance).replace('-', '')}00`.padStart(fraction.length + 1, '0');
  const point = digits.length - fraction.length;
  return trimZeros(`${digits.slice(0, point)}.${digits.slice(point)}0`).replace(/^0+(?=\d)/, '');
}

// Dates: ISO text in, UTC throughout; what is no date is given back as it is.

/** `2026-08-22…` → `22 Aug 2026`; what is only a month is one, `2026-08` → `August 2026`, and a year a year. */
export function date(iso: string): string {
  if (/^\d{4}-\d\d$/.test(iso)) return month(iso);
  const parts = dateParts(iso);
  return parts ? `${parts.day} ${parts.month.slice(0, 3)} ${parts.year}` : iso;
}

/** `2026-08` or any later part of a date → `August 2026`. */
export function month(iso: string): string {
  const parts = dateParts(`${iso.slice(0, 7)}-01`);
  return parts ? `${parts.month} ${parts.year}` : iso;
}

/** Minutes after midnight as a clock shows them: 60 → `01:00`, 1440 → `24:00`. */
export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

// Words

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}

/** With a capital letter, as a sentence begins. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dateParts(iso: string): { year: number; month: string; day: number } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  const name = MONTHS[Number(match?.[2]) - 1];
  return match && name !== undefined ? { year: Number(match[1]), month: name, day: Number(match[3]) } : null;
}

/** `text` with a dollar sign, thousands separated and at least `minDecimals` decimals. */
function dollars(text: string, minDecimals: number): string {
  const sign = text.startsWith('-') ? '−' : '';
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const decimals = fraction.padEnd(minDecimals, '0');
  return `${sign}$${groupThousands(whole)}${decimals && `.${decimals}`}`;
}

/** `1234567` → `1,234,567`. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',').replace('-', '−');
}

/** Without the zeros that end a fraction: `1.50` → `1.5`. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Rounds half up to `digits` significant digits, on the text: a double would lose what long prices hold. */
function significant(text: string, digits: number): { text: string; isExact: boolean } {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const first = (whole + fraction).search(/[1-9]/);
  if (first < 0) return { text: '0', isExact: true };
  return roundAt(text, first + digits);
}

/** Plain decimal text rounded half up to at most `decimals` decimals. */
export function fixed(text: string, decimals: number): string {
  const point = text.replace('-', '').split('.')[0]?.length ?? 0;
  return roundAt(text, point + decimals).text;
}

/** Keeps the first `kept` digits of plain decimal text (the point and the sign aside), rounded half up, zeros trimmed. */
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
