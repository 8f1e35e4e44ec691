import { isZero, parseDecimal } from '../catalog/decimal.ts';
import type { TierFacts } from '../catalog/facts.ts';
import { PRICE_KEY_ORDER } from '../catalog/price-keys.ts';

/** When two values are the same to the ledger. */

/** Whether two price texts are the same decimal, or both absent. */
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

/** Text that is equal for tiers whose prices `keyOfPrice` gives the same texts. */
export function tiersKey(tiers: readonly TierFacts[], keyOfPrice = canonicalPrice): string {
  return JSON.stringify(
    tiers.map(({ when, prices }) => [
      when,
      PRICE_KEY_ORDER.flatMap((key) => (prices[key] === undefined ? [] : [key, keyOfPrice(prices[key])])),
    ]),
  );
}

/** Text that is equal for prices that are the same decimal; `null` for none. */
export function canonicalPrice(text: string | null): string | null {
  return text === null ? null : (parseDecimal(text) ?? text);
}

/** Names that differ only in spaces are the same. */
export function isSameName(a: string, b: string): boolean {
  return a === b || collapseSpaces(a) === collapseSpaces(b);
}

function collapseSpaces(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
