import { expect, it } from 'vitest';
import { readPrices } from '../../../../src/catalog/price.ts';
import { pairWords } from '../../../../src/site/words/price-pairs.ts';

const price = (input: string) => readPrices('a/m', { prices: { input, output: '0.000001' } }).input;

it.each([
  ['input', '0.0000001', '0.0000002', 'in $0.10 → $0.20'],
  ['output', '0.00001125', '0.000004', 'out $11.25 → $4.00'],
  ['input', '0.0000001', '0.0000001', 'in $0.10'],
  ['imageOutput', '0.00003', '0.00004', 'image output $30.00 → $40.00'],
] as const)('pairWords names %s as it was and as it is', (key, old, now, words) => {
  expect(pairWords({ key, old: price(old), new: price(now) })).toBe(words);
});
