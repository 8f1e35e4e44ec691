import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  divideDecimals,
  isSameAmount,
  multiplyDecimals,
  parseDecimal,
  type Decimal,
} from '../../../src/catalog/decimal.ts';

const decimal = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal`);
  return value;
};

describe('divideDecimals', () => {
  test.each([
    ['7', '8', '0.875'],
    ['1', '3', '0.333333333333333333333333333333'],
    ['2', '3', '0.666666666666666666666666666667'],
    ['0.000000000012', '360000', '0.0000000000000000333333333333333333333333333333'],
    ['360000', '0.000000000012', '30000000000000000'],
    ['0', '5', '0'],
  ])('divides %s by %s into %s', (a, b, quotient) => {
    expect(divideDecimals(decimal(a), decimal(b))).toBe(quotient);
  });

  it('gives back the dividend times the divisor to 28 digits', () => {
    const amounts = fc.tuple(fc.bigInt(1n, 10n ** 18n), fc.integer({ min: -18, max: 6 }));
    fc.assert(
      fc.property(amounts, amounts, ([a, shiftA], [b, shiftB]) => {
        const [left, right] = [decimal(`${a}e${shiftA}`), decimal(`${b}e${shiftB}`)];
        const back = divideDecimals(multiplyDecimals(divideDecimals(left, right), right), left);
        expect(back).toMatch(/^(?:1(?:\.0{26,}\d*)?|0\.9{27,}\d*)$/);
      }),
    );
  });

  it('throws when the divisor is zero', () => {
    expect(() => divideDecimals(decimal('1'), decimal('0'))).toThrow();
  });
});

test.each([
  ['0.6000000000000001', '0.6', true],
  ['0.60000000001', '0.6', false],
  ['1234567890123', '1234567890123.4', true],
  ['0', '0.0000000000000001', false],
  ['-1', '1', false],
])('isSameAmount compares %s and %s to 12 significant digits: %s', (a, b, same) => {
  expect(isSameAmount(decimal(a), decimal(b))).toBe(same);
});
