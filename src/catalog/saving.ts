import { measureOf } from './blend.ts';
import { hasCapability } from './capabilities.ts';
import { mayCostMore, NEEDED } from './charge.ts';
import { compareDecimals, decimalOf, divideDecimals, multiplyDecimals, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { percentBetween } from './price-difference.ts';
import { PRICE_KEY_ORDER } from './price-keys.ts';
import { priceAt } from './tiers.ts';
import { usagesOf } from './usage-edges.ts';

/**
 * How much cheaper a model is than another, in whole percent: at the usages with the smallest and the largest
 * saving.
 */
export interface Saving {
  readonly least: string;
  readonly most: string;
}

/**
 * The new price must be at most this share of the old one. Smaller savings are within the usual price changes
 * of a month.
 */
const MAX_PRICE_SHARE = decimalOf(0.95);

/**
 * The saving at `other` for the usage of `own`, on input and output blended 3:1 or on the only price that
 * both bill. `null` unless no use of `own` costs more and the measured price is at least five percent lower,
 * for all prompt lengths up to the context of `own` and at every hour.
 */
export function savingOf(own: Model, other: Model): Saving | null {
  const keys = PRICE_KEY_ORDER.filter((key) => {
    const needed = NEEDED[key];
    return needed === undefined || hasCapability(own, needed);
  });
  const shares: { readonly share: Decimal; readonly price: Decimal; readonly whole: Decimal }[] = [];
  for (const usage of usagesOf([own, other], own.context ?? 0)) {
    const [mine, theirs] = [priceAt(own, usage), priceAt(other, usage)];
    const [whole, price] = [measureOf(mine), measureOf(theirs)];
    // The number of image tokens per picture differs between models, so image prices are not comparable.
    if (whole === null || whole.basis === 'imageOutput' || price?.basis !== whole.basis) return null;
    if (compareDecimals(price.usd, multiplyDecimals(whole.usd, MAX_PRICE_SHARE)) > 0) return null;
    if (keys.some((key) => mayCostMore(theirs, mine, key))) return null;
    shares.push({ share: divideDecimals(price.usd, whole.usd), price: price.usd, whole: whole.usd });
  }
  const [most, least] = [shares.reduce(lower), shares.reduce(higher)].map(({ price, whole }) =>
    percentBetween(price, whole, 0),
  );
  return least === undefined || most === undefined ? null : { least, most };
}

function lower<T extends { readonly share: Decimal }>(a: T, b: T): T {
  return compareDecimals(b.share, a.share) < 0 ? b : a;
}

function higher<T extends { readonly share: Decimal }>(a: T, b: T): T {
  return compareDecimals(b.share, a.share) > 0 ? b : a;
}
