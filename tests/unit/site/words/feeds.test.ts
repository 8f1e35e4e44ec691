import { expect, it } from 'vitest';
import { itemNames } from '../../../../src/site/words/feeds.ts';

it.each([
  [['Maker: M'], 0, 'Maker: M'],
  [['Maker: M'], 1, 'Maker: M and 1 variant'],
  [['Maker: M', 'Maker: N'], 0, 'Maker: M and N'],
  [['Maker: M', 'Maker: N', 'Maker: O'], 2, 'Maker: M, N, O and 2 variants'],
  [['Maker: M', 'Maker: N', 'Maker: O', 'Maker: P'], 0, 'Maker: M, N, O and 1 more model'],
  [
    ['Maker: M', 'Maker: N', 'Maker: O', 'Maker: P', 'Maker: Q'],
    1,
    'Maker: M, N, O, 2 more models and 1 variant',
  ],
  [['DeepSeek: DeepSeek V3.1', 'DeepSeek: R1'], 0, 'DeepSeek V3.1 and R1'],
  [['a/b'], 0, 'a/b'],
])('itemNames names %j with %i variants', (names, variants, text) => {
  expect(itemNames(names, variants)).toBe(text);
});
