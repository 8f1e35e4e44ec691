import { describe, expect, it } from 'vitest';
import type { FilterKey } from '../../../src/search/filters.ts';
import {
  filterPhrases,
  filterSentence,
  listWords,
  titleWords,
  type ListView,
} from '../../../src/search/list-words.ts';
import { orderWords } from '../../../src/search/order-words.ts';

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
    ['added_after', ['2026-07-01'], 'added since 1 Jul 2026'],
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

const view = (more: Partial<ListView>): ListView => ({
  shown: 128,
  total: 337,
  typed: '',
  isSimilar: false,
  filters: '',
  order: orderWords('input', 'asc'),
  ...more,
});

describe('listWords', () => {
  it.each<[string, Partial<ListView>, string]>([
    [
      'filters and order',
      { filters: 'image input, tools' },
      '128 of 337 models: image input, tools. By input price, lowest first.',
    ],
    ['an order alone', {}, '337 models. By input price, lowest first.'],
    ['typed words', { typed: 'gpt', order: '', shown: 1 }, '1 of 337 models: “gpt”.'],
    [
      'similar words and a filter',
      { typed: 'sonet', isSimilar: true, filters: 'paid', order: '' },
      '128 of 337 models: names like “sonet”, paid.',
    ],
    ['nothing found', { shown: 0, filters: 'free', order: '' }, '0 of 337 models: free.'],
    ['a list of one', { total: 1, shown: 1, filters: 'free', order: '' }, '1 of 1 model: free.'],
    ['an empty list', { total: 0, shown: 0, order: '' }, '0 models.'],
    ['other rows', { noun: 'retired model', total: 1234, order: '' }, '1,234 retired models.'],
  ])('says %s', (_, more, words) => {
    expect(listWords(view(more))).toBe(words);
  });
});

it('titleWords puts what is asked before the title of the page', () => {
  expect(titleWords(view({ filters: 'image input', order: '' }), 'All models')).toBe(
    'Image input · All models',
  );
  expect(titleWords(view({ typed: 'gpt' }), 'All models')).toBe(
    '“gpt”, by input price, lowest first · All models',
  );
  expect(titleWords(view({ order: '' }), 'All models')).toBe('All models');
});

describe('orderWords', () => {
  it.each([
    ['popularity', 'asc', 'by popularity, most used first'],
    ['name', 'desc', 'by name, Z to A'],
    ['context', 'desc', 'by context, longest first'],
    ['newest', 'asc', 'by date added, oldest first'],
  ] as const)('says %s %s', (sort, direction, words) => {
    expect(orderWords(sort, direction)).toBe(words);
  });

  it('says the header of a column without words of its own', () => {
    expect(orderWords('days', 'desc', 'Days listed')).toBe('by days listed, descending');
  });
});
