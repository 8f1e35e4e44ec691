import { expect, it } from 'vitest';
import { removalSentence } from '../../../src/catalog/removal.ts';
import { aModel } from '../../support/a-model.ts';

const at = (id: string, expiration: string | null, now: string) =>
  removalSentence(aModel(id, { expiration }), now);

it.each([
  ['a/m', '2026-08-24', 'Scheduled removal on Aug 24, 2026.'],
  ['a/m', '2026-08-22', 'Scheduled removal on Aug 22, 2026.'],
  ['a/m', '2026-08-01', 'Scheduled removal on Aug 1, 2026 has passed; still listed as of Aug 22, 2026.'],
  ['a/m:free', '2026-08-24', 'The free offer is scheduled to end on Aug 24, 2026.'],
  [
    'a/m:free',
    '2026-08-21',
    'Scheduled end of the free offer on Aug 21, 2026 has passed; still listed as of Aug 22, 2026.',
  ],
])('removalSentence tells a reader of Aug 22, 2026 about %s with a removal date of %s', (id, day, words) => {
  expect(at(id, day, '2026-08-22T23:59:59.000Z')).toBe(words);
});

it('removalSentence is null without a removal date', () => {
  expect(at('a/m', null, '2026-08-22T00:00:00.000Z')).toBeNull();
});
