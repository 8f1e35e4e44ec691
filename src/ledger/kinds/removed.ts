import { announcementOf, announcementWords, type Announcement } from '../../catalog/announcement.ts';
import { factText } from './fact-words.ts';
import { PLAIN, type ListingKind } from './kind.ts';
import type { WithFacts } from './listing.ts';
import { textLine } from './words.ts';

interface Removal extends WithFacts {
  readonly announced: Announcement;
}

export const removed = {
  lines: [{}],
  apply: (rows, { id }) => {
    const row = rows.get(id);
    if (!row?.isListed) return 'the model is not listed';
    rows.set(id, { ...row, isListed: false });
    return null;
  },
  shown: {
    ...PLAIN,
    topic: 'gone',
    weight: 10,
    isRemoval: () => true,
    // The facts are the last known facts.
    show: (_, { facts, after, by }) => ({ facts, announced: announcementOf(facts, after ?? by) }),
    lines: ({ facts, announced }, id) => [
      textLine('Retired', `${announcementWords(announced).line}last ${factText(id, facts)}`),
    ],
    words: ({ announced }) => ({
      headline: 'removed',
      lines: announcementWords(announced).note,
    }),
  },
} as const satisfies ListingKind<object, Removal>;
