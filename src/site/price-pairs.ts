import { measuredKeys } from '../catalog/blend.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { priceOf, type Price, type Prices } from '../catalog/price.ts';
import type { ChangeOf } from '../history/change.ts';

/** A price before the first of some changes, and now. Both are equal if the price did not change. */
export interface PricePair {
  readonly key: PriceKey;
  readonly old: Price;
  readonly new: Price;
}

const NONE: Price = { kind: 'none' };

/** A model's main prices before the first of its changes, and now. Expects changes newest first. */
export function pricePairs(changes: readonly ChangeOf<'price'>[], prices: Prices): readonly PricePair[] {
  const lines = changes.flatMap((change) => change.lines);
  return measuredKeys(prices).map((key) => {
    const now = priceOf(prices, key);
    const first = lines.findLast((line) => line.key === key);
    return { key, old: first === undefined ? now : (first.old ?? NONE), new: now };
  });
}
