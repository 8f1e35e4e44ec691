import { isNegative, isZero, parseDecimal, shift, toNumber, type Decimal } from './decimal.ts';
import type { Condition, Facts, PriceText } from './facts.ts';
import {
  PRICE_KEYS,
  PRICE_KEY_ORDER,
  type ExtraPriceKey,
  type PriceKey,
  type PriceUnit,
} from './price-keys.ts';

/**
 * A price as people read it. `amount` is US dollars per `unit` (per million for tokens), always above zero.
 * The other three are words, not numbers: they never sort as minus one and `unknown` never as zero.
 */
export type Price =
  | { readonly kind: 'amount'; readonly usd: Decimal; readonly unit: PriceUnit }
  | { readonly kind: 'free' }
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Prices {
  readonly input: Price;
  readonly output: Price;
  /** Only what is billed separately; a missing key is not billed separately. */
  readonly extra: Readonly<Partial<Record<ExtraPriceKey, Price>>>;
}

/** A set of prices that holds under conditions. Only the keys that differ in kind are named; the rest inherit. */
export interface Tier {
  readonly when: readonly Condition[];
  readonly prices: Readonly<Partial<Record<PriceKey, Price>>>;
}

const PER_MILLION_UNITS: ReadonlySet<PriceUnit> = new Set(['million tokens', 'million image tokens']);
const MILLION_PLACES = 6;

const UNKNOWN_ABSENT = 'OpenRouter gives no price for this.';
const UNKNOWN_UNREADABLE = 'OpenRouter gives a price that is no number.';
const UNKNOWN_OTHER_UNIT =
  'OpenRouter lists 0 for both input and output, but the model also makes something other than text, which is billed in a unit that is not listed.';

/**
 * Reads the price text of one row.
 *
 * For input and output `0`, `-1` and absence are free, dynamic and unknown; but where both are `0`, the id has no `:free` and an
 * output is not text, they are unknown. For every other key absence and `0` mean "not billed separately".
 */
export function readPrices(id: string, facts: Pick<Facts, 'prices' | 'outputModalities'>): Prices {
  const onlyText = (facts.outputModalities ?? ['text']).every((modality) => modality === 'text');
  let input = readMainPrice('input', facts.prices.input);
  let output = readMainPrice('output', facts.prices.output);
  if (input.kind === 'free' && output.kind === 'free' && !onlyText && !id.endsWith(':free')) {
    input = output = { kind: 'unknown', reason: UNKNOWN_OTHER_UNIT };
  }
  return { input, output, extra: readExtraPrices(facts.prices) };
}

/**
 * Reads the prices that a tier of a row names. The row's base prices settle the units, so that a price has the same one in
 * every tier; a zero for an extra key is kept as free, because it overrides the base.
 */
export function readTierPrices(prices: PriceText, base: PriceText): Tier['prices'] {
  const read: Partial<Record<PriceKey, Price>> = {};
  for (const key of PRICE_KEY_ORDER) {
    const text = prices[key];
    if (text !== undefined)
      read[key] = readText(text, unitOf(key, isBilled(base[key]) ? base : { ...base, ...prices }));
  }
  return read;
}

/** A number to sort prices by: free is 0; dynamic and unknown have none, so that they come last both ways. */
export function sortValue(price: Price | undefined): number | null {
  if (price?.kind === 'amount') return toNumber(price.usd);
  return price?.kind === 'free' ? 0 : null;
}

function readMainPrice(key: 'input' | 'output', text: string | undefined): Price {
  return text === undefined
    ? { kind: 'unknown', reason: UNKNOWN_ABSENT }
    : readText(text, PRICE_KEYS[key].unit);
}

function readExtraPrices(prices: PriceText): Prices['extra'] {
  const extra: Partial<Record<ExtraPriceKey, Price>> = {};
  for (const key of PRICE_KEY_ORDER) {
    if (key === 'input' || key === 'output') continue;
    const text = prices[key];
    if (text === undefined) continue;
    const price = readText(text, unitOf(key, prices));
    if (price.kind !== 'free') extra[key] = price;
  }
  return extra;
}

/** An image price that equals the token price of the same direction is really per image token. */
function unitOf(key: PriceKey, prices: PriceText): PriceUnit {
  const { unit } = PRICE_KEYS[key];
  if (unit !== 'image or image token') return unit;
  const twin = parseDecimal((key === 'image' ? prices.input : prices.output) ?? '');
  const own = parseDecimal(prices[key] ?? '');
  return own !== null && twin !== null && own === twin ? 'million image tokens' : unit;
}

/** Only a price that is charged tells what it is charged for. */
function isBilled(text: string | undefined): boolean {
  const value = parseDecimal(text ?? '');
  return value !== null && !isZero(value);
}

function readText(text: string, unit: PriceUnit): Price {
  const value = parseDecimal(text);
  if (value === null) return { kind: 'unknown', reason: UNKNOWN_UNREADABLE };
  if (isNegative(value)) return { kind: 'dynamic' };
  if (isZero(value)) return { kind: 'free' };
  return { kind: 'amount', usd: PER_MILLION_UNITS.has(unit) ? shift(value, MILLION_PLACES) : value, unit };
}
