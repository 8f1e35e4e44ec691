import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blend, blendedPrice } from '../../../src/catalog/blend.ts';
import { decimalOf, multiplyDecimals, parseDecimal } from '../../../src/catalog/decimal.ts';
import { aModel } from '../../support/a-model.ts';

const blended = (input?: string, output?: string) =>
  blendedPrice(aModel('a/m', { prices: { ...(input && { input }), ...(output && { output }) } }));

test('blendedPrice counts input three times as much as output', () => {
  expect(blended('0.000001', '0.000005')).toBe(2);
});

test('blendedPrice counts free as zero, and gives no price for a dynamic or unknown part', () => {
  expect(blended('0', '0.000004')).toBe(1);
  expect(blended('-1', '-1')).toBeNull();
  expect(blended('0.000001')).toBeNull();
  expect(blended()).toBeNull();
});

test('blend of a price with itself is that price, with every digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,9}\.\d{1,25}$/), (text) => {
      const price = parseDecimal(text) ?? decimalOf(0);
      expect(blend(price, price)).toBe(multiplyDecimals(price, decimalOf(1)));
    }),
  );
});
