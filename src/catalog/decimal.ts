import Big from 'big.js';

/**
 * A finite decimal number as canonical text: no exponent, no leading `+`, no redundant zeros (`0.00000125`,
 * `-1`, `3`). Money stays in this form until display, because some prices have more digits than a double.
 */
export type Decimal = string & { readonly __decimal: unique symbol };

const RATIO_DIGITS = 30;
const AMOUNT_DIGITS = 12;

const DECIMAL_PATTERN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Parses decimal text such as `0.00000125` or `1.25e-6`; `null` when the text is not a finite decimal. */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  // Big does not accept a plus sign.
  return DECIMAL_PATTERN.test(trimmed) ? canonical(new Big(trimmed.replace(/^\+/, ''))) : null;
}

/** The decimal of a literal or a small integer; throws on NaN and infinities. */
export function decimalOf(value: number): Decimal {
  return canonical(new Big(value));
}

/** `value` × 10^`places`, exact. */
export function shift(value: Decimal, places: number): Decimal {
  const factor = new Big(`1e${Math.abs(places)}`);
  // Multiplying by 1e-n keeps every digit; dividing would round to Big's precision.
  return canonical(new Big(value).times(places < 0 ? new Big(`1e${places}`) : factor));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(new Big(b));
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).plus(b));
}

/** Zero without values. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  return canonical(values.reduce((sum, value) => sum.plus(value), new Big(0)));
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).times(b));
}

/** `a` ÷ `b` to 30 significant digits; throws where `b` is zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  // Big limits the decimal places of a quotient, so the dividend is scaled up first.
  const quotient = new Big(a).times('1e60').div(b).times('1e-60');
  return canonical(quotient.prec(RATIO_DIGITS, Big.roundHalfUp));
}

/**
 * Whether two amounts agree to 12 significant digits. Smaller differences are floating-point noise
 * (`0.6000000000000001`).
 */
export function isSameAmount(a: Decimal, b: Decimal): boolean {
  return a === b || amountKey(a) === amountKey(b);
}

/** The amount rounded to 12 significant digits, for equality. */
export function amountKey(value: Decimal): Decimal {
  return toSignificant(value, AMOUNT_DIGITS);
}

export function isZero(value: Decimal): boolean {
  return new Big(value).eq(0);
}

export function isNegative(value: Decimal): boolean {
  return new Big(value).lt(0);
}

/** The nearest double: for charts, sorting and ratios. Never use it to display money. */
export function toNumber(value: Decimal): number {
  return Number(value);
}

/**
 * Rounds half up to at most `digits` significant digits and drops trailing zeros: (`0.0643154`, 3) →
 * `0.0643`.
 */
export function toSignificant(value: Decimal, digits: number): Decimal {
  return canonical(new Big(new Big(value).prec(digits, Big.roundHalfUp)));
}

function canonical(value: Big): Decimal {
  const text = value.toFixed();
  return (text === '-0' ? '0' : text) as Decimal;
}
