import { expect, it } from 'vitest';
import { retiredWords, undatedWords } from '../../../../src/site/words/retired.ts';

it.each([
  [
    { models: 382, variants: 174, aliases: 0 },
    [5, 166, 400],
    '556 retired since Sep 21, 2024: 382 models, 174 variants. Half of them were listed for less than 166 days, absences not counted.',
  ],
  [{ models: 1, variants: 0, aliases: 0 }, [5], '1 model retired since Sep 21, 2024.'],
  [
    { models: 2, variants: 0, aliases: 0 },
    [0, 1],
    '2 models retired since Sep 21, 2024. Half of them were listed for less than 1 day, absences not counted.',
  ],
  [{ models: 2, variants: 0, aliases: 0 }, [0, 0], '2 models retired since Sep 21, 2024.'],
  [{ models: 0, variants: 1, aliases: 0 }, [5], '1 retired since Sep 21, 2024: 1 variant.'],
  [{ models: 0, variants: 0, aliases: 0 }, [], '0 models retired since Sep 21, 2024.'],
])(
  'retiredWords says how many models are retired, and for how long they were listed: %j',
  (counted, daysListed, words) => {
    expect(retiredWords({ counted, since: '2024-09-21T00:00:00Z', daysListed })).toBe(words);
  },
);

it('undatedWords says after which day a model was removed, if captures do not date it', () => {
  const between = { after: '2026-08-22T00:00:00Z', by: '2026-11-22T00:00:00Z' };
  expect(undatedWords({ ...between, isDated: false })).toBe('some time after Aug 22, 2026');
  expect(undatedWords({ ...between, isDated: true })).toBeUndefined();
  expect(undatedWords({ ...between, after: null, isDated: false })).toBeUndefined();
});
