import { measureOf } from './blend.ts';
import { hasCapability } from './capabilities.ts';
import { chargeOf, mayCostMore, NEEDED } from './charge.ts';
import { compareDecimals, decimalOf, multiplyDecimals, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { PRICE_KEY_ORDER } from './price-keys.ts';
import { priceAt } from './tiers.ts';
import { usagesOf } from './usage-edges.ts';

/** A cost of at most this share of another one is lower. Figures within one percent are equal. */
const LOWER_SHARE = decimalOf(0.99);

/** What nearly every request is charged for. */
const ALWAYS_CHARGED = ['input', 'output', 'cacheRead'] as const;

/** Whether a cost is lower than another one by at least one percent. */
export function isLowerCost(usd: Decimal, than: Decimal): boolean {
  return compareDecimals(usd, than) < 0 && compareDecimals(usd, multiplyDecimals(than, LOWER_SHARE)) <= 0;
}

/**
 * Whether nothing that `own` is used for costs more at `other`, for prompts of every length up to the context
 * of `own` and at every hour. Prices that are not comparable count as more.
 */
export function neverCostsMore(own: Model, other: Model): boolean {
  const keys = PRICE_KEY_ORDER.filter((key) => {
    const needed = NEEDED[key];
    return needed === undefined || hasCapability(own, needed);
  });
  return usagesOf([own, other], own.context ?? 0).every((usage) => {
    const [mine, theirs] = [priceAt(own, usage), priceAt(other, usage)];
    const [whole, price] = [measureOf(mine), measureOf(theirs)];
    // The number of image tokens per picture differs between models, so image prices are not comparable.
    if (whole === null || whole.basis === 'imageOutput' || price?.basis !== whole.basis) return false;
    return !keys.some((key) => mayCostMore(theirs, mine, key));
  });
}

/**
 * Whether input, cached or not, and output each cost less at `other`, for prompts of every length up to the
 * context of `own` and at every hour.
 */
export function alwaysCostsLess(own: Model, other: Model): boolean {
  return usagesOf([own, other], own.context ?? 0).every((usage) => {
    const [mine, theirs] = [priceAt(own, usage), priceAt(other, usage)];
    return ALWAYS_CHARGED.every((key) => {
      const [old, now] = [chargeOf(mine, key), chargeOf(theirs, key)];
      return old !== null && now !== null && isLowerCost(now.usd, old.usd);
    });
  });
}
