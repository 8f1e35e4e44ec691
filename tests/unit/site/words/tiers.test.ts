import { expect, it } from 'vitest';
import type { TierFacts } from '../../../../src/catalog/facts.ts';
import { tierNote } from '../../../../src/site/words/tiers.ts';
import { aModel } from '../../../support/a-model.ts';

const above = (tokens: number, prices: TierFacts['prices'] = { input: '0.000002' }): TierFacts => ({
  when: [{ kind: 'prompt-above', tokens }],
  prices,
});
const atNight: TierFacts = {
  when: [{ kind: 'utc-window', start: 0, end: 360 }],
  prices: { output: '0.000001' },
};

it.each<[string, readonly TierFacts[]]>([
  ['', []],
  ['', [above(32_000, { cacheRead: '0.0000001' })]],
  ['other prices above 32K', [above(256_000), above(32_000)]],
  ['other prices above 131,072', [above(131_072)]],
  ['other prices at some hours', [atNight]],
  ['other prices above 200K and at some hours', [above(200_000), atNight]],
])('tierNote says “%s”', (words, tiers) => {
  expect(tierNote(aModel('a/m', { tiers }))).toBe(words);
});
