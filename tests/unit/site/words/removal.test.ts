import { expect, it } from 'vitest';
import {
  DAY_WORDS,
  distanceSentence,
  isDayWords,
  oldCopyWords,
  removalDistance,
  removalTag,
  removalWords,
  tagDay,
} from '../../../../src/site/words/removal.ts';

const NOW = '2026-08-22T12:00:00.000Z';

it.each([
  ['2026-08-24', 'retiring Aug 24, 2026', 'in 2 days'],
  ['2026-08-22', 'retiring Aug 22, 2026', 'today'],
  ['2026-08-21', 'was due Aug 21, 2026', 'passed yesterday'],
  ['2026-08-01', 'was due Aug 1, 2026', 'passed 21 days ago'],
])(
  'removalTag and removalDistance say on Aug 22, 2026 whether a removal on %s has passed',
  (day, tag, distance) => {
    expect(removalTag(day, NOW)).toBe(tag);
    expect(removalDistance(day, NOW)).toBe(distance);
  },
);

it.each([
  ['2026-08-24', '2026-08-22', 'That is in 2 days.'],
  ['2026-08-22', '2026-08-22', 'That is today.'],
  ['2026-08-21', '2026-08-22', 'That was yesterday; this data is from Aug 20, 2026.'],
  ['2026-08-24', '2026-11-28', 'That was 3 months ago; this data is from Aug 20, 2026.'],
])(
  'distanceSentence says how far %s is from %s, and how old the data is once it has passed',
  (day, now, words) => {
    expect(distanceSentence(day, `${now}T09:00:00.000Z`, '2026-08-20T00:00:00.000Z')).toBe(words);
  },
);

it('tagDay reads the day of a removal to come from its tag, and from no other text', () => {
  for (const day of ['2026-08-24', '2026-12-31', '2027-01-01'])
    expect(tagDay(removalTag(day, NOW))).toBe(day);
  for (const text of [removalTag('2026-08-01', NOW), 'retiring soon', 'retiring ', ''])
    expect(tagDay(text)).toBeNull();
});

it('isDayWords knows the names of the words, and no names that every object has', () => {
  expect(Object.keys(DAY_WORDS).every(isDayWords)).toBe(true);
  expect(['', 'toString', '__proto__'].some(isDayWords)).toBe(false);
});

it('oldCopyWords gives the age of a copy and the day of its prices', () => {
  expect(oldCopyWords(4, '2026-08-22T12:00:00.000Z')).toEqual([
    'This copy is 4 days old.',
    'Prices may have changed since Aug 22, 2026.',
  ]);
});

it('removalWords says what ends: the model, or only the free offer', () => {
  expect(removalWords({ variant: null }, '2026-08-24')).toBe('scheduled removal Aug 24, 2026');
  expect(removalWords({ variant: 'batch' }, '2026-08-24')).toBe('scheduled removal Aug 24, 2026');
  expect(removalWords({ variant: 'free' }, '2026-09-30')).toBe('free offer ends Sep 30, 2026');
});
