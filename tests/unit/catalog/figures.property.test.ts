import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, parseDecimal, toNumber, type Decimal } from '../../../src/catalog/decimal.ts';
import { cellUsd, exactUsd, plainText } from '../../../src/catalog/figures.ts';

/** Decimal text as upstream may write it, from 1e-99 to 1e26. */
const decimal = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: -99, max: 6 }))
  .map(([digits, exponent]) => parseDecimal(`${digits}e${exponent}`) ?? ('0' as Decimal));

const DOLLARS = /^\$\d{1,3}(,\d{3})*(\.\d+)?$/;
const valueOf = (text: string): number => Number(text.replace(/[$,]/g, ''));

describe('amounts of any size', () => {
  it('exactUsd keeps every digit', () => {
    fc.assert(
      fc.property(decimal, (usd) => {
        expect(exactUsd(usd)).toMatch(DOLLARS);
        expect(parseDecimal(exactUsd(usd).replace(/[$,]/g, ''))).toBe(usd);
      }),
    );
  });

  it('cellUsd is within half a unit of the third digit', () => {
    fc.assert(
      fc.property(decimal, (usd) => {
        expect(cellUsd(usd)).toMatch(DOLLARS);
        expect(valueOf(cellUsd(usd)) / toNumber(usd)).toBeGreaterThan(0.9949);
        expect(valueOf(cellUsd(usd)) / toNumber(usd)).toBeLessThan(1.0051);
      }),
    );
  });
});

describe('plainText', () => {
  it('writes any number without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainText(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plainText(value))).toBe(value === 0 ? 0 : value);
        expect(parseDecimal(plainText(value))).toBe(decimalOf(value));
      }),
    );
  });
});
