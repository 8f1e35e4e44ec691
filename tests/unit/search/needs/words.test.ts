import { describe, expect, it } from 'vitest';
import type { Category } from '../../../../src/catalog/categories.ts';
import type { Filters } from '../../../../src/search/filters.ts';
import type { SearchSortKey } from '../../../../src/search/orders.ts';
import { needWords } from '../../../../src/search/needs/words.ts';

const names = {
  today: '2026-08-22',
  authorName: (slug: string) =>
    new Map([
      ['openai', 'OpenAI'],
      ['x-ai', 'xAI'],
    ]).get(slug) ?? slug,
};
const say = (filters: Filters, count: number | null, sort: SearchSortKey | null = null) =>
  needWords(
    {
      kind: 'list',
      filters,
      sort,
      category: (filters.category?.[0] as Category | undefined) ?? null,
      output: null,
    },
    count,
    names,
  );

describe('needWords', () => {
  it.each<[string, Filters, number | null, SearchSortKey?]>([
    ['Models that take images, free: 12', { in: ['image'], price: ['free'] }, 12],
    ['Models that take images and audio: 1', { in: ['image', 'audio'] }, 1],
    ['Models with tools, cheapest input first: 1,269', { can: ['tools'] }, 1269, 'input'],
    ['Models with JSON mode and structured output: none', { can: ['json-mode', 'structured-output'] }, 0],
    ['Models with reasoning', { can: ['reasoning'] }, null],
    ['Models with input under $1 / 1M tokens: 7', { input_max: ['<1'] }, 7],
    ['Models with output up to $0.50 / 1M tokens: 7', { output_max: ['0.5'] }, 7],
    [
      'Models with open weights and a context of 200K or more: 75',
      { open: ['1'], context_min: ['200000'] },
      75,
    ],
    ['Models with a max output of 64K or more: 3', { max_output_min: ['64000'] }, 3],
    ['Models with no price change in 90 days: 3', { stable: ['1'] }, 3],
    ['Free models: 20', { price: ['free'] }, 20],
    ['Paid models, cheapest output first: 20', { price: ['paid'] }, 20, 'output'],
    ['Free image models: none', { price: ['free'], out: ['image'] }, 0],
    ['Models that give images and audio: 2', { out: ['image', 'audio'] }, 2],
    ['Models for programming, most used first: 240', { category: ['programming'] }, 240],
    [
      'Free models for marketing: SEO, most used first: 2',
      { category: ['marketing/seo'], price: ['free'] },
      2,
    ],
    ['Models that are not moderated: 9', { moderated: ['no'] }, 9],
    ['Free models that are not moderated: 9', { moderated: ['no'], price: ['free'] }, 9],
    [
      'Models that take images, free, not moderated: 9',
      { in: ['image'], moderated: ['no'], price: ['free'] },
      9,
    ],
    ['OpenAI models with tools: 54', { author: ['openai'], can: ['tools'] }, 54],
    ['xAI models, newest first: 5', { author: ['x-ai'] }, 5, 'newest'],
    ['Free OpenAI or xAI models: 1', { author: ['openai', 'x-ai'], price: ['free'] }, 1],
    ['Routers: 5', { price: ['dynamic'] }, 5],
    ['Models, most used first: 337', {}, 337],
    ['Models, longest context first: 337', {}, 337, 'context'],
  ])('%s', (sentence, filters, count, sort) => {
    expect(say(filters, count, sort ?? null)).toBe(sentence);
  });
});
