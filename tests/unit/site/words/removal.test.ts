import { expect, it } from 'vitest';
import { removalDistance, removalTag, removalWords } from '../../../../src/site/words/removal.ts';

const NOW = '2026-08-22T12:00:00.000Z';

it.each([
  ['2026-08-24', 'retiring 24 Aug 2026', 'in 2 days'],
  ['2026-08-22', 'retiring 22 Aug 2026', 'today'],
  ['2026-08-21', 'removal was due 21 Aug 2026', 'passed yesterday'],
  ['2026-08-01', 'removal was due 1 Aug 2026', 'passed 21 days ago'],
])(
  'removalTag and removalDistance say on 22 Aug 2026 whether a removal on %s has passed',
  (day, tag, distance) => {
    expect(removalTag(day, NOW)).toBe(tag);
    expect(removalDistance(day, NOW)).toBe(distance);
  },
);

it('removalWords says what ends: the model, or only the free offer', () => {
  expect(removalWords({ variant: null }, '2026-08-24')).toBe('scheduled removal 24 Aug 2026');
  expect(removalWords({ variant: 'batch' }, '2026-08-24')).toBe('scheduled removal 24 Aug 2026');
  expect(removalWords({ variant: 'free' }, '2026-09-30')).toBe('free offer ends 30 Sep 2026');
});
