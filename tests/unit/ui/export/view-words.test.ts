import { expect, it } from 'vitest';
import { viewWords } from '../../../../src/ui/export/client/view-words.ts';

const whole: Parameters<typeof viewWords>[0] = {
  shown: 337,
  total: 337,
  unfolded: 0,
  folded: 0,
  request: { typed: '', filters: {} },
  names: { today: '2026-08-22', authorName: (slug) => slug },
  order: { sort: 'popularity', label: 'Use rank', direction: 'asc', kind: 'number' },
};

it.each<[string, Partial<typeof whole>, string]>([
  ['a whole list', {}, '337 models. Sorted by Use rank, lowest first. Data as of 2026-08-22.'],
  ['one model in no order', { shown: 1, total: 1, order: null }, '1 model. Data as of 2026-08-22.'],
  [
    'folded and unfolded variants',
    { folded: 2, unfolded: 1, order: null },
    '337 models. With 1 variant shown under them. Without 2 variants folded under them. Data as of 2026-08-22.',
  ],
  [
    'filters and typed words',
    {
      shown: 0,
      request: { typed: 'gpt', filters: { can: ['tools', 'reasoning'], price: ['free'] } },
      order: { sort: 'newest', label: 'Added', direction: 'desc', kind: 'number' },
    },
    '0 of 337 models. Filtered by “gpt”; Features: Tools, Reasoning; Price: Free. Sorted by Added, newest first. Data as of 2026-08-22.',
  ],
  [
    'an order by text',
    { order: { sort: 'name', label: 'Model', direction: 'desc', kind: 'text' } },
    '337 models. Sorted by Model, Z to A. Data as of 2026-08-22.',
  ],
])('an export says what it holds: %s', (_, viewed, words) => {
  expect(viewWords({ ...whole, ...viewed })).toBe(words);
});
