import { measuredKeys } from '../catalog/blend.ts';
import { compareDecimals } from '../catalog/decimal.ts';
import type { ModelId } from '../catalog/model.ts';
import { readPrices, usdOf, type Price, type Prices } from '../catalog/price.ts';
import type { ShownStep } from './shown-prices.ts';

type RangeKey = ReturnType<typeof measuredKeys>[number];

/** The lowest and the highest price ever shown, each an amount of one unit or free. */
interface PriceRange {
  readonly low: Price;
  readonly high: Price;
}

/** The range of each price. A price whose last value is not a number has none. */
export type PriceRanges = Readonly<Partial<Record<RangeKey, PriceRange>>>;

/** The range of each price over all steps at which the model was listed, as shown to readers. */
export function priceRangesOf(id: ModelId, steps: readonly ShownStep[]): PriceRanges {
  const shown = steps
    .filter(({ step }) => step.isListed)
    .map(({ step, after }) => readPrices(id, { ...step.facts, prices: after }));
  const last = shown.at(-1);
  if (last === undefined) return {};
  return Object.fromEntries(
    measuredKeys(last).flatMap((key) => {
      const range = rangeOf(shown, key, last[key]);
      return range === null ? [] : [[key, range] as const];
    }),
  );
}

function rangeOf(shown: readonly Prices[], key: RangeKey, last: Price | undefined): PriceRange | null {
  if (last === undefined || usdOf(last) === null) return null;
  let range: PriceRange = { low: last, high: last };
  for (const { [key]: price } of shown) {
    if (price === undefined || !isComparable(price, last)) continue;
    if (isBelow(price, range.low)) range = { ...range, low: price };
    if (isBelow(range.high, price)) range = { ...range, high: price };
  }
  return range;
}

function isComparable(price: Price, last: Price): boolean {
  return (
    price.kind === 'free' || (price.kind === 'amount' && (last.kind !== 'amount' || price.unit === last.unit))
  );
}

function isBelow(a: Price, b: Price): boolean {
  const [usd, other] = [usdOf(a), usdOf(b)];
  return usd !== null && other !== null && compareDecimals(usd, other) < 0;
}
