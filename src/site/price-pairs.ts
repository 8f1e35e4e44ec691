import { priceOf, type Price, type Prices } from '../catalog/price.ts';
import type { ChangeOf } from '../history/change.ts';

/** A price before the first of some changes, and now; the same where it did not change. */
export interface PricePair {
  readonly old: Price;
  readonly new: Price;
}

const NONE: Price = { kind: 'none' };

/** Input and output of one model before the first of its changes, which come newest first, and now. */
export function pricePairs(
  changes: readonly ChangeOf<'price'>[],
  prices: Prices,
): Readonly<Record<'input' | 'output', PricePair>> {
  const lines = changes.flatMap((change) => change.lines);
  const pairOf = (key: 'input' | 'output'): PricePair => {
    const now = priceOf(prices, key);
    const first = lines.findLast((line) => line.key === key);
    return { old: first === undefined ? now : (first.old ?? NONE), new: now };
  };
  return { input: pairOf('input'), output: pairOf('output') };
}
