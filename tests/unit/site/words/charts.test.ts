import { expect, it } from 'vitest';
import {
  authorPointWords,
  bandPointWords,
  flowPointWords,
  listedPointWords,
} from '../../../../src/site/words/charts.ts';

const whole = { month: '2026-07', at: '2026-07-31T00:00:00.000Z' };
const running = { month: '2026-08', at: '2026-08-22T00:00:00.000Z' };

it('bandPointWords says the median and where half of the models are', () => {
  expect(bandPointWords(whole, { lower: '$0.15', median: '$0.40', upper: '$1.25' })).toBe(
    'July 2026: median $0.40; half of the models from $0.15 to $1.25',
  );
});

it('the words of a month that is not over say up to which day', () => {
  expect(listedPointWords({ ...running, listed: 1421 })).toBe('August 2026, to Aug 22: 1,421 listed');
});

it('flowPointWords gives zeros, too', () => {
  expect(flowPointWords({ ...whole, added: 62, gone: 0, returned: 1 })).toBe(
    'July 2026: 62 added, 0 removed, 1 returned',
  );
});

it.each([
  [1, 'Maker: median $3.40, from $0.05 to $262; 1 paid model'],
  [41, 'Maker: median $3.40, from $0.05 to $262; 41 paid models'],
])('authorPointWords counts %i of an author', (models, words) => {
  expect(authorPointWords('Maker', { lowest: '$0.05', median: '$3.40', highest: '$262', models })).toBe(
    words,
  );
});
