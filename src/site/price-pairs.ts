import { measuredKeys } from '../catalog/blend.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { priceOf, type Price, type Prices } from '../catalog/price.ts';
import type { ChangeOf } from '../history/change.ts';

/** One price of a model before the first of some changes, and now; the same where it did not change. */
export interface PricePair {
  readonly key: PriceKey;
  readonly old: Price;
  readonly new: Price;
}

const NONE: Price = { kind: 'none' };

/** The prices that a model is measured on, before the first of its changes, which come newest first, and now. */
export function pricePairs(changes: readonly ChangeOf<'price'>[], prices: Prices): readonly PricePair[] {
  const lines = changes.flatMap((change) => change.lines);
  return measuredKeys(prices).map((key) => {
    const now = priceOf(prices, key);
    const first = lines.findLast((line) => line.key === key);
    return { key, old: first === undefined ? now : (first.old ?? NONE), new: now };
  });
}
