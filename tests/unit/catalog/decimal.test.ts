import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  decimalOf,
  divideDecimals,
  isSameAmount,
  multiplyDecimals,
  parseDecimal,
  shift,
  sumDecimals,
  toSignificant,
  type Decimal,
} from '../../../src/catalog/decimal.ts';

const decimal = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal`);
  return value;
};

/** Decimals of up to 18 digits, from 1e-30 up. */
const decimals = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: -30, max: 12 }))
  .map(([digits, exponent]) => decimal(`${digits}e${exponent}`));

describe('parseDecimal', () => {
  test.each([
    ['0.00000125', '0.00000125'],
    ['1.25e-6', '0.00000125'],
    ['+1.50', '1.5'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['3.', '3'],
    [' 7 ', '7'],
    ['1E3', '1000'],
    ['-1', '-1'],
  ])('reads %j as %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each(['', '.', 'e5', '1e', '1e1000', '0x10', '1,5', '$1', 'NaN', 'Infinity', '1 2', '--1'])(
    'does not read %j',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it('reads its own text as the same decimal', () => {
    fc.assert(fc.property(decimals, (value) => parseDecimal(value) === value));
  });
});

describe('decimalOf', () => {
  it('writes a number without an exponent, and throws on one that is not finite', () => {
    expect(decimalOf(1e-7)).toBe('0.0000001');
    expect(decimalOf(-0)).toBe('0');
    for (const value of [Number.NaN, Infinity]) expect(() => decimalOf(value)).toThrow();
  });
});

describe('shift', () => {
  it('moves the point and back without losing a digit', () => {
    expect(shift(decimal('0.00000080267549538462'), 6)).toBe('0.80267549538462');
    fc.assert(
      fc.property(decimals, fc.integer({ min: -40, max: 40 }), (value, places) => {
        expect(shift(shift(value, places), -places)).toBe(value);
      }),
    );
  });
});

describe('toSignificant', () => {
  test.each([
    ['0.0643154', 3, '0.0643'],
    ['0.0645', 2, '0.065'],
    ['0.0655', 2, '0.066'],
    ['0.06449999', 2, '0.064'],
    ['-0.0645', 2, '-0.065'],
    ['9.996', 3, '10'],
    ['999.5', 3, '1000'],
    ['1234', 2, '1200'],
    ['0.000000000000000000000000012345', 3, '0.0000000000000000000000000123'],
    ['1.5e-99', 1, `0.${'0'.repeat(98)}2`],
    ['0.10', 5, '0.1'],
    ['0', 3, '0'],
  ])('rounds %s to %i significant digits, halves away from zero: %s', (text, digits, rounded) => {
    expect(toSignificant(decimal(text), digits)).toBe(rounded);
  });

  it('is within half a unit of its last digit for any decimal', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 1, max: 15 }), (value, digits) => {
        const rounded = toSignificant(value, digits);
        expect(toSignificant(rounded, digits)).toBe(rounded);
        expect(Math.abs(Number(rounded) - Number(value))).toBeLessThanOrEqual(
          Math.abs(Number(value)) * 5.001 * 10 ** -digits,
        );
      }),
    );
  });
});

describe('arithmetic and order', () => {
  it('of decimals agree with each other', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(addDecimals(a, b)).toBe(addDecimals(b, a));
        expect(addDecimals(addDecimals(a, b), multiplyDecimals(b, decimal('-1')))).toBe(a);
        expect(Math.sign(compareDecimals(a, b))).toBe(-Math.sign(compareDecimals(b, a)) || 0);
        expect(compareDecimals(a, addDecimals(a, decimal('1e-40')))).toBeLessThan(0);
      }),
    );
  });
});

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

describe('sumDecimals', () => {
  it('is zero without values', () => {
    expect(sumDecimals([])).toBe('0');
  });

  it('adds one value after the other', () => {
    fc.assert(
      fc.property(fc.array(decimals), (values) => {
        expect(sumDecimals(values)).toBe(values.reduce(addDecimals, decimalOf(0)));
      }),
    );
  });
});
