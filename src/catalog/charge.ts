import type { Capability } from './capabilities.ts';
import { addDecimals, decimalOf, type Decimal } from './decimal.ts';
import { comparePrices } from './price-difference.ts';
import type { PriceKey, PriceUnit } from './price-keys.ts';
import { priceOf, usdOf, type Prices } from './price.ts';

/** The charge for one kind of use: US dollars per unit, exact. */
export interface Charge {
  readonly usd: Decimal;
  /** Image tokens count as tokens. */
  readonly unit: Exclude<PriceUnit, 'million image tokens'>;
}

/** The price charged instead where a model has no separate price for a kind of use. */
const FALLBACKS: Readonly<Partial<Record<PriceKey, PriceKey>>> = {
  cacheRead: 'input',
  cacheWrite: 'input',
  cacheWrite1h: 'cacheWrite',
  reasoning: 'output',
  audioInput: 'input',
  audioCacheRead: 'audioInput',
  audioOutput: 'output',
  image: 'input',
  imageToken: 'input',
  imageOutput: 'output',
};

/** Prices that apply only to models with a capability. */
export const NEEDED: Readonly<Partial<Record<PriceKey, Capability>>> = {
  reasoning: 'reasoning',
  audioInput: 'audio-input',
  audioCacheRead: 'audio-input',
  audioOutput: 'audio-output',
  image: 'vision',
  imageToken: 'vision',
  imageOutput: 'image-output',
  webSearch: 'web-search',
};

const ZERO = decimalOf(0);

/**
 * The key of the price charged for a kind of use: its own, or the fallback if the model has none. If nothing
 * is charged, the price of that key is `none`.
 */
export function chargedKey(prices: Prices, key: PriceKey): PriceKey {
  const fallback = FALLBACKS[key];
  return bills(prices, key) || fallback === undefined ? key : chargedKey(prices, fallback);
}

/** The charge for a kind of use; `null` if it is not a number. */
export function chargeOf(prices: Prices, use: PriceKey): Charge | null {
  const key = chargedKey(prices, use);
  const price = priceOf(prices, key);
  if (price.kind === 'none') {
    return key === 'request' || key === 'webSearch' ? { usd: ZERO, unit: unitFor(key) } : null;
  }
  const usd = usdOf(price);
  if (usd === null) return null;
  const unit = price.kind === 'amount' && price.unit !== 'million image tokens' ? price.unit : unitFor(key);
  const input = key.startsWith('cacheWrite') ? usdOf(prices.input) : null;
  // A cache write price below the input price is for storage only, and the input price is added to it.
  const stored = input !== null && comparePrices(usd, input) < 0 ? addDecimals(usd, input) : usd;
  return { usd: stored, unit };
}

/**
 * Negative, zero or positive as `a` is less than, equal to or greater than `b`; `null` where they are not
 * comparable.
 */
export function compareCharges(a: Charge | null, b: Charge | null): number | null {
  return a === null || b?.unit !== a.unit ? null : comparePrices(a.usd, b.usd);
}

/** Whether a kind of use has a price of its own. */
export function bills(prices: Prices, key: PriceKey): boolean {
  return priceOf(prices, key).kind !== 'none';
}

/** Whether a kind of use costs more, or may cost more: prices that are not comparable count as more. */
export function mayCostMore(theirs: Prices, mine: Prices, key: PriceKey): boolean {
  if (!bills(theirs, key) && !bills(mine, key)) return false;
  const order = compareCharges(chargeOf(theirs, key), chargeOf(mine, key));
  return order === null || order > 0;
}

function unitFor(key: PriceKey): Charge['unit'] {
  if (key === 'request') return 'request';
  return key === 'webSearch' ? 'search' : 'million tokens';
}
