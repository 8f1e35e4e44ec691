import { expect, it } from 'vitest';
import { readPrices } from '../../../src/catalog/price.ts';
import { netMoves } from '../../../src/history/net-moves.ts';
import { cellPrice } from '../../../src/site/format.ts';
import { pricePairs } from '../../../src/site/price-pairs.ts';
import { facts, historyOfDays } from './a-history.ts';

/** Input and output before the first change, and now. */
function pairs(...prices: readonly (readonly [input: string, output: string])[]): string {
  const rows = prices.map(([input, output], i) => [`2026-08-${10 + i}`, { 'a/b': facts(input, output) }]);
  const history = historyOfDays(Object.fromEntries(rows) as Parameters<typeof historyOfDays>[0]);
  const [input = '', output = ''] = prices.at(-1) ?? [];
  const [move] = netMoves(history.changes());
  const pair = pricePairs(move?.changes ?? [], readPrices('a/b', facts(input, output)));
  return (['input', 'output'] as const)
    .map((key) => `${cellPrice(pair[key].old)} → ${cellPrice(pair[key].new)}`)
    .join(', ');
}

it.each([
  [
    'one change',
    [
      ['0.0000001', '0.0000004'],
      ['0.0000002', '0.0000008'],
    ],
    '$0.10 → $0.20, $0.40 → $0.80',
  ],
  [
    'the first and the last of several changes',
    [
      ['0.0000001', '0.0000004'],
      ['0.0000003', '0.0000004'],
      ['0.0000003', '0.0000005'],
      ['0.0000002', '0.0000005'],
    ],
    '$0.10 → $0.20, $0.40 → $0.50',
  ],
  [
    'what did not change',
    [
      ['0.0000001', '0.0000004'],
      ['0.0000002', '0.0000004'],
    ],
    '$0.10 → $0.20, $0.40 → $0.40',
  ],
  [
    'a price that became free',
    [
      ['0.0000001', '0.0000004'],
      ['0', '0'],
    ],
    '$0.10 → free, $0.40 → free',
  ],
] as const)('a pair of prices is as listed, not blended: %s', (_, prices, words) => {
  expect(pairs(...prices)).toBe(words);
});
