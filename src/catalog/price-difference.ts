import {
  amountKey,
  compareDecimals,
  decimalOf,
  divideDecimals,
  isZero,
  multiplyDecimals,
  type Decimal,
} from './decimal.ts';
import { fixed, groupThousands, percentFrom } from './figures.ts';

/** From this ratio on, a factor is easier to read than a percentage. */
const MIN_FACTOR = decimalOf(2.5);

/**
 * Negative, zero or positive as price `a` is less than, equal to or greater than `b`, to 12 significant
 * digits.
 */
export function comparePrices(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  const [near, far] = [Number(a), Number(b)];
  // Doubles have more digits than that, and are quick.
  const isFarApart = Math.abs(near - far) > 1e-10 * Math.max(Math.abs(near), Math.abs(far));
  return isFarApart ? near - far : compareDecimals(amountKey(a), amountKey(b));
}

/**
 * A price compared with another one, exact: `50% cheaper`, `44.9% more expensive`, `3.3 times as expensive`,
 * `the same`, `free`, `not free`. Percentages have at most `places` decimals. Both prices must be zero or
 * above.
 */
export function differenceWords(price: Decimal, base: Decimal, places: 0 | 1): string {
  const order = comparePrices(price, base);
  if (order === 0) return 'the same';
  if (isZero(price)) return 'free';
  if (isZero(base)) return 'not free';
  if (compareDecimals(price, multiplyDecimals(base, MIN_FACTOR)) >= 0) {
    return `${groupThousands(fixed(divideDecimals(price, base), 1))} times as expensive`;
  }
  return `${percentBetween(price, base, places)} ${order < 0 ? 'cheaper' : 'more expensive'}`;
}

/**
 * The difference of a price from a base above zero, in percent of the base: `44.9%`. Never `0%`, and `100%`
 * only where exact.
 */
export function percentBetween(price: Decimal, base: Decimal, places: 0 | 1): string {
  const exact = percentFrom(divideDecimals(price, base));
  const rounded = fixed(exact, places);
  const isNone = rounded === '0';
  const isNearlyAll = rounded === '100' && exact !== '100' && compareDecimals(price, base) < 0;
  if (!isNone && !isNearlyAll) return `${rounded}%`;
  if (places === 0) return percentBetween(price, base, 1);
  return isNone ? 'under 0.1%' : 'over 99.9%';
}
