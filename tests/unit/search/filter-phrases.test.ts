import { describe, expect, it } from 'vitest';
import { filterPhrases, filterSentence } from '../../../src/search/filter-phrases.ts';
import type { FilterKey } from '../../../src/search/filters.ts';

const names = { authorName: (slug: string) => slug.toUpperCase(), today: '2026-08-22' };

describe('filterSentence', () => {
  it.each<[FilterKey, string[], string]>([
    ['author', ['acme', 'b'], 'ACME or B'],
    ['can', ['tools', 'json-mode'], 'tools, JSON mode'],
    ['in', ['image'], 'image input'],
    ['out', ['embeddings'], 'embeddings output'],
    ['param', ['seed'], 'parameter seed'],
    ['category', ['marketing/seo', 'legal'], 'ranked in Marketing: SEO or ranked in Legal'],
    ['price', ['free'], 'free'],
    ['open', ['1'], 'open weights'],
    ['input_max', ['0.5'], 'input up to $0.50'],
    ['output_max', ['<2'], 'output under $2'],
    ['context_min', ['128000'], '128K context or more'],
    ['context_min', ['131072'], '131,072 context or more'],
    ['max_output_min', ['64000'], '64K max output or more'],
    ['added_after', ['2026-07-23'], 'added in the last 30 days'],
    ['added_after', ['2026-07-01'], 'added since Jul 1, 2026'],
    ['cutoff_after', ['2025-06'], 'knowledge cutoff since June 2025'],
    ['cutoff_after', ['2025'], 'knowledge cutoff since 2025'],
    ['moderated', ['no'], 'not moderated'],
    ['stable', ['1'], 'no price change in 90 days'],
    ['hide', ['variants', 'retiring'], 'without variants, without retiring models'],
  ])('says %s %j', (key, values, words) => {
    expect(filterSentence({ [key]: values }, names)).toBe(words);
  });

  it('says every filter, in the order of the panel of filters', () => {
    expect(filterSentence({ price: ['paid'], in: ['image'] }, names)).toBe('image input, paid');
    expect(filterSentence({}, names)).toBe('');
  });
});

it('filterPhrases gives each value of each filter by itself', () => {
  expect(filterPhrases({ author: ['a', 'b'], price: ['paid'] }, names)).toEqual([
    { key: 'author', value: 'a', text: 'A' },
    { key: 'author', value: 'b', text: 'B' },
    { key: 'price', value: 'paid', text: 'paid' },
  ]);
});
