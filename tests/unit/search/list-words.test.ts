import { describe, expect, it } from 'vitest';
import { listWords, titleWords, type ListView } from '../../../src/search/list-words.ts';
import { orderWords } from '../../../src/search/order-words.ts';

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
    ['retired', 'desc', 'by date retired, newest first'],
    ['days', 'asc', 'by days listed, fewest first'],
  ] as const)('says %s %s', (sort, direction, words) => {
    expect(orderWords(sort, direction)).toBe(words);
  });

  it('uses the header of a column without its own words', () => {
    expect(orderWords('size', 'desc', 'Max input')).toBe('by max input, descending');
  });
});
