import { expect, it } from 'vitest';
import { removalSentence } from '../../../src/catalog/removal.ts';
import { aModel } from '../../support/a-model.ts';

const at = (id: string, expiration: string | null, now: string) =>
  removalSentence(aModel(id, { expiration }), now);

it.each([
  ['a/m', '2026-08-24', 'Scheduled removal on 24 Aug 2026.'],
  ['a/m', '2026-08-22', 'Scheduled removal on 22 Aug 2026.'],
  ['a/m', '2026-08-01', 'Scheduled removal on 1 Aug 2026 has passed; still listed as of 22 Aug 2026.'],
  ['a/m:free', '2026-08-24', 'The free offer is scheduled to end on 24 Aug 2026.'],
  [
    'a/m:free',
    '2026-08-21',
    'Scheduled end of the free offer on 21 Aug 2026 has passed; still listed as of 22 Aug 2026.',
  ],
])('removalSentence tells a reader of 22 Aug 2026 about %s with a removal date of %s', (id, day, words) => {
  expect(at(id, day, '2026-08-22T23:59:59.000Z')).toBe(words);
});

it('removalSentence is null without a removal date', () => {
  expect(at('a/m', null, '2026-08-22T00:00:00.000Z')).toBeNull();
});
