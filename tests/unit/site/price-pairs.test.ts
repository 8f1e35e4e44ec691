import { expect, it } from 'vitest';
import { readPrices } from '../../../src/catalog/price.ts';
import { netMoves } from '../../../src/history/net-moves.ts';
import { cellPrice } from '../../../src/catalog/format.ts';
import { pricePairs } from '../../../src/site/price-pairs.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

/** Input and output before the first change, and now. */
function pairs(...prices: readonly (readonly [input: string, output: string])[]): string {
  const rows = prices.map(([input, output], i) => [`2026-08-${10 + i}`, { 'a/b': facts(input, output) }]);
  const history = historyOfDays(Object.fromEntries(rows) as Parameters<typeof historyOfDays>[0]);
  const [input = '', output = ''] = prices.at(-1) ?? [];
  const [move] = netMoves(history.changes());
  const pair = pricePairs(move?.changes ?? [], readPrices('a/b', facts(input, output)));
  return pair.map(({ old, new: now }) => `${cellPrice(old)} → ${cellPrice(now)}`).join(', ');
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
] as const)('pricePairs gives listed prices, not blended ones: %s', (_, prices, words) => {
  expect(pairs(...prices)).toBe(words);
});

it.each([
  ['input alone', facts('0.0000001', '0', { outputModalities: ['embeddings'] }), ['input $0.10']],
  [
    'pictures alone',
    facts('0', '0', {
      outputModalities: ['image'],
      prices: { input: '0', output: '0', imageOutput: '0.00003', imageToken: '0.00003' },
    }),
    ['imageOutput $30.00'],
  ],
  ['output at an unknown price', facts('0.0000001', 'x'), ['input $0.10', 'output unknown']],
])(
  'pricePairs gives no pair for a price that a model does not bill, for a model that bills %s',
  (_, now, texts) => {
    const shown = pricePairs([], readPrices('a/b', now)).map(
      ({ key, new: price }) => `${key} ${cellPrice(price)}`,
    );
    expect(shown).toEqual(texts);
  },
);
