import { isZero, parseDecimal } from '../catalog/decimal.ts';
import type { TierFacts } from '../catalog/facts.ts';
import { PRICE_KEY_ORDER } from '../catalog/price-keys.ts';

/** When the ledger takes two values as equal. */

/** Whether two price texts are the same decimal, or both missing. */
export function isSamePrice(a: string | null | undefined, b: string | null | undefined): boolean {
  return a === b || canonicalPrice(a ?? null) === canonicalPrice(b ?? null);
}

export function isZeroText(text: string): boolean {
  const value = parseDecimal(text);
  return value !== null && isZero(value);
}

export function isSameTiers(a: readonly TierFacts[], b: readonly TierFacts[]): boolean {
  return tiersKey(a) === tiersKey(b);
}

/** A text key: equal for tiers with equal conditions and equal keys from `keyOfPrice`. */
export function tiersKey(tiers: readonly TierFacts[], keyOfPrice = canonicalPrice): string {
  return JSON.stringify(
    tiers.map(({ when, prices }) => [
      when,
      PRICE_KEY_ORDER.flatMap((key) => (prices[key] === undefined ? [] : [key, keyOfPrice(prices[key])])),
    ]),
  );
}

/** A text key: equal for prices that are the same decimal. `null` stays `null`. */
export function canonicalPrice(text: string | null): string | null {
  return text === null ? null : (parseDecimal(text) ?? text);
}

/** Whether two names are equal apart from white space. */
export function isSameName(a: string, b: string): boolean {
  return a === b || collapseSpaces(a) === collapseSpaces(b);
}

function collapseSpaces(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
