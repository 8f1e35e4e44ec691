import {
  compareDecimals,
  decimalOf,
  isZero,
  multiplyDecimals,
  quotient,
  subtractDecimals,
  toSignificant,
  type Decimal,
} from './decimal.ts';

/** Prices that agree in so many digits are equal: upstream writes 0.6 as 0.6000000000000001, too. */
const EQUAL_DIGITS = 12;
const HUNDRED = decimalOf(100);
/** From here on a factor reads better than a percent. */
const LEAST_FACTOR = decimalOf(2.5);

/** Negative, zero or positive as price `a` is less than, equal to or greater than `b`. */
export function comparePrices(a: Decimal, b: Decimal): number {
  return a === b ? 0 : compareDecimals(toSignificant(a, EQUAL_DIGITS), toSignificant(b, EQUAL_DIGITS));
}

/**
 * How a price stands to another, exactly: `50% cheaper`, `44.9% more expensive`, `3.3 times as expensive`, `the same`, `free`.
 * Percents have as many decimals as `places` says, at most. Both prices are zero or above.
 */
export function differenceWords(price: Decimal, base: Decimal, places: 0 | 1): string {
  const order = comparePrices(price, base);
  if (order === 0) return 'the same';
  if (isZero(price)) return 'free';
  if (isZero(base)) return 'not free';
  if (compareDecimals(price, multiplyDecimals(base, LEAST_FACTOR)) >= 0) {
    return `${quotient(price, base, 1)} times as expensive`;
  }
  const [less, more] = order < 0 ? [price, base] : [base, price];
  return `${percentOf(subtractDecimals(more, less), base, places)} ${order < 0 ? 'cheaper' : 'more expensive'}`;
}

/** A share above zero: `44.9%`. Never `0%`, and `100%` only of what is all of it or more. */
export function percentOf(part: Decimal, whole: Decimal, places: 0 | 1): string {
  const share = quotient(multiplyDecimals(part, HUNDRED), whole, places);
  const [isNone, isAll] = [isZero(share), compareDecimals(share, HUNDRED) === 0];
  if (!isNone && (!isAll || compareDecimals(part, whole) >= 0)) return `${share}%`;
  if (places === 0) return percentOf(part, whole, 1);
  return isNone ? 'under 0.1%' : 'over 99.9%';
}
