import { measureOf } from '../catalog/blend.ts';
import { isZero, toNumber, type Decimal } from '../catalog/decimal.ts';
import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { readPrices, type Price, type Prices } from '../catalog/price.ts';
import type { Move, PriceLine } from './change.ts';

/** Below this, up or down, a change of a number is hidden unless asked for. */
const SMALLEST_SHARE = 0.01;

/** From one set of prices to the next, as a whole. */
export function moveOf(before: Prices, after: Prices): Move {
  const [old, now] = [measureOf(before), measureOf(after)];
  // What is billed in another way now does not compare.
  return old?.basis === now?.basis
    ? moveBetween(old?.usd ?? null, now?.usd ?? null)
    : moveBetween(null, null);
}

/** From one blended price to another; `null` is dynamic or unknown. */
export function moveBetween(old: Decimal | null, now: Decimal | null): Move {
  const ratio = ratioOf(old, now);
  return { old, new: now, ratio, direction: directionOf(old, now, ratio) };
}

/** One price key from one set of prices to the next. */
export function priceLine(key: PriceKey, before: Prices, after: Prices): PriceLine {
  const [old, now] = [priceOf(before, key), priceOf(after, key)];
  const isComparable = old?.kind === 'amount' && now?.kind === 'amount' && old.unit === now.unit;
  return { key, old, new: now, ratio: isComparable ? ratioOf(old.usd, now.usd) : null };
}

export function pricesOf(id: ModelId, facts: Facts): Prices {
  return readPrices(id, facts);
}

/** Whether a move counts as one: at least one percent, or between paid and free. */
export function isWorthTelling({ ratio, direction }: Pick<Move, 'ratio' | 'direction'>): boolean {
  return direction !== 'same' && direction !== 'other' && !isTinyRatio(ratio);
}

export function isTinyRatio(ratio: number | null): boolean {
  return ratio !== null && Math.abs(ratio - 1) < SMALLEST_SHARE;
}

function priceOf(prices: Prices, key: PriceKey): Price | null {
  return key === 'input' || key === 'output' ? prices[key] : (prices.extra[key] ?? null);
}

function ratioOf(old: Decimal | null, now: Decimal | null): number | null {
  return old === null || now === null || isZero(old) || isZero(now) ? null : toNumber(now) / toNumber(old);
}

function directionOf(old: Decimal | null, now: Decimal | null, ratio: number | null): Move['direction'] {
  if (old === null || now === null) return 'other';
  if (ratio !== null) return ratio > 1 ? 'rise' : ratio < 1 ? 'drop' : 'same';
  if (isZero(old)) return isZero(now) ? 'same' : 'became-paid';
  return 'became-free';
}
