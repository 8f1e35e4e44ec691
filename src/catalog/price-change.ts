import { measureOf } from './blend.ts';
import {
  amountKey,
  compareDecimals,
  decimalOf,
  divideDecimals,
  isSameAmount,
  isZero,
  parseDecimal,
  type Decimal,
} from './decimal.ts';
import { fixed, pairUsd, percentFrom } from './figures.ts';
import { cellPrice, changeInWords, exactPrice, exactUsd, UNIT_NOT_STATED } from './format.ts';
import { isMainPriceKey, PRICE_KEYS, type PriceKey } from './price-keys.ts';
import type { Price, Prices } from './price.ts';

/** One price that changed; `null` is "not billed separately". */
export interface PriceLine {
  readonly key: PriceKey;
  readonly old: Price | null;
  readonly new: Price | null;
  /** New ÷ old from `ratioOf`; `null` unless both are amounts of the same unit. */
  readonly ratio: Decimal | null;
}

/**
 * The overall price change of a model, on the figure of `measureOf`: US dollars per million tokens, input and
 * output blended 3:1.
 */
export interface Move {
  /** `null`: dynamic or unknown. */
  readonly old: Decimal | null;
  readonly new: Decimal | null;
  /** New ÷ old from `ratioOf`; `null` unless both are above zero. */
  readonly ratio: Decimal | null;
  readonly direction: 'rise' | 'drop' | 'became-paid' | 'became-free' | 'same' | 'other';
}

/** A ratio new ÷ old between these is a change below one percent, which is hidden by default. */
const TINY = { above: decimalOf(0.99), below: decimalOf(1.01) } as const;
const UNCHANGED = decimalOf(1);

/** The overall change from one set of prices to the next. */
export function moveOf(before: Prices, after: Prices): Move {
  const [old, now] = [measureOf(before), measureOf(after)];
  // Prices with different bases are not comparable.
  return old?.basis === now?.basis
    ? moveBetween(old?.usd ?? null, now?.usd ?? null)
    : moveBetween(null, null);
}

/** The change from one blended price to another; `null` is dynamic or unknown. */
export function moveBetween(old: Decimal | null, now: Decimal | null): Move {
  const ratio = ratioOf(old, now);
  return { old, new: now, ratio, direction: directionOf(old, now, ratio) };
}

/** The change of one price key from one set of prices to the next. */
export function priceLine(key: PriceKey, before: Prices, after: Prices): PriceLine {
  const [old, now] = [before[key] ?? null, after[key] ?? null];
  const isComparable = old?.kind === 'amount' && now?.kind === 'amount' && old.unit === now.unit;
  return { key, old, new: now, ratio: isComparable ? ratioOf(old.usd, now.usd) : null };
}

/** Whether the two prices of a line look different to a reader. */
export function isDifference({ old, new: now }: Pick<PriceLine, 'old' | 'new'>): boolean {
  if (old?.kind === 'amount' && now?.kind === 'amount') {
    return old.unit !== now.unit || !isSameAmount(old.usd, now.usd);
  }
  if (old?.kind === 'unstated' && now?.kind === 'unstated') return !isSamePriceToRead(old.text, now.text);
  return old?.kind !== now?.kind;
}

/**
 * `$0.25 → $0.55`. Two prices with the same short form are written with all digits; a price without a unit is
 * written as listed.
 */
export function shortPriceChange({ old, new: now }: Pick<PriceLine, 'old' | 'new'>): string {
  const isClose = pairPrice(old) === pairPrice(now);
  const hasNewUnit = old?.kind === 'amount' && now?.kind === 'amount' && old.unit !== now.unit;
  const shown = (price: Price | null): string => {
    if (price?.kind === 'unstated') return price.text;
    if (hasNewUnit) return exactPrice(price ?? undefined);
    return isClose && price?.kind === 'amount' ? exactUsd(price.usd) : pairPrice(price);
  };
  const isUnstated = old?.kind === 'unstated' || now?.kind === 'unstated';
  return `${shown(old)} → ${shown(now)}${isUnstated ? ` (${UNIT_NOT_STATED})` : ''}`;
}

/** A price beside another one: `$11.25`, `free`. */
export function pairPrice(price: Price | null): string {
  return price?.kind === 'amount' ? pairUsd(price.usd) : cellPrice(price ?? undefined);
}

/** `Input: $3.00 → $2.50 per million tokens, down 17%`. */
export function exactPriceChange({ key, old, new: now, ratio }: PriceLine): string {
  const share = ratio === null ? '' : `, ${changeInWords(ratio)}`;
  const sameUnit = old?.kind === 'amount' && now?.kind === 'amount' && old.unit === now.unit;
  const from = sameUnit ? exactUsd(old.usd) : exactPrice(old ?? undefined);
  return `${PRICE_KEYS[key].label}: ${from} → ${exactPrice(now ?? undefined)}${share}`;
}

/** Whether a price key is part of the figure of `measureOf`. */
export function isMeasured(key: PriceKey, prices: Prices): boolean {
  const basis = measureOf(prices)?.basis ?? 'blend';
  return basis === 'blend' ? isMainPriceKey(key) : key === basis;
}

/**
 * The size of a reported move in percent, two decimals, negative for a decrease; infinite where a price
 * became paid or free. `null` for a move that is not reported.
 */
export function signedPercent(move: Move): number | null {
  if (!isSignificant(move)) return null;
  if (move.ratio === null) return move.direction === 'became-paid' ? Infinity : -Infinity;
  const percent = Number(fixed(percentFrom(move.ratio), 2));
  return move.direction === 'rise' ? percent : -percent;
}

/** Whether a move is reported: a change of at least one percent, or between paid and free. */
export function isSignificant({ ratio, direction }: Pick<Move, 'ratio' | 'direction'>): boolean {
  return direction !== 'same' && direction !== 'other' && !isTinyRatio(ratio);
}

/** Whether a ratio is a change below one percent; `false` for `null`. */
export function isTinyRatio(ratio: Decimal | null): boolean {
  return ratio !== null && compareDecimals(ratio, TINY.above) > 0 && compareDecimals(ratio, TINY.below) < 0;
}

/**
 * New ÷ old, exactly 1 for amounts that agree to 12 significant digits; `null` unless both are nonzero
 * numbers.
 */
export function ratioOf(old: Decimal | null, now: Decimal | null): Decimal | null {
  if (old === null || now === null || isZero(old) || isZero(now)) return null;
  return isSameAmount(old, now) ? UNCHANGED : divideDecimals(now, old);
}

/** A key that is equal for price texts that agree to 12 significant digits; `null` for a missing price. */
export function readPriceKey(text: string | null): string | null {
  const value = text === null ? null : parseDecimal(text);
  return value === null ? text : amountKey(value);
}

/** Whether two price texts agree to 12 significant digits, although their doubles may differ. */
export function isSamePriceToRead(a: string | null, b: string | null): boolean {
  return a === b || readPriceKey(a) === readPriceKey(b);
}

function directionOf(old: Decimal | null, now: Decimal | null, ratio: Decimal | null): Move['direction'] {
  if (old === null || now === null) return 'other';
  if (ratio !== null) {
    const order = compareDecimals(ratio, UNCHANGED);
    return order > 0 ? 'rise' : order < 0 ? 'drop' : 'same';
  }
  if (isZero(old)) return isZero(now) ? 'same' : 'became-paid';
  return 'became-free';
}
