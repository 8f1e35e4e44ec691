import { measureOf } from './blend.ts';
import { hasCapability } from './capabilities.ts';
import { mayCostMore, NEEDED } from './charge.ts';
import { compareDecimals, decimalOf, divideDecimals, multiplyDecimals, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { percentBetween } from './price-difference.ts';
import { PRICE_KEY_ORDER } from './price-keys.ts';
import { priceAt } from './tiers.ts';
import { usagesOf } from './usage-edges.ts';

/** How much cheaper a model is than another, whole percents: at the usage at which it saves least, and at which it saves most. */
export interface Saving {
  readonly least: string;
  readonly most: string;
}

/** What must be left of a price for a saving to count: a smaller one is within what prices change by in a month. */
const LARGEST_SHARE = decimalOf(0.95);

/**
 * What `other` saves on the work that `own` does, input and output blended 3:1, or on the one price that both bill. `null` unless
 * nothing that `own` is used for costs more, and all of it at least five percent less, for prompts of every length up to the context
 * of `own` and at every hour.
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
    // How many image tokens a picture has differs between models, so that their prices do not compare.
    if (whole === null || whole.basis === 'imageOutput' || price?.basis !== whole.basis) return null;
    if (compareDecimals(price.usd, multiplyDecimals(whole.usd, LARGEST_SHARE)) > 0) return null;
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
