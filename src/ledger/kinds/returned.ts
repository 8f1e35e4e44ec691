import { date } from '../../catalog/format.ts';
import { differenceLines, differenceWords, type Difference } from './fact-kinds.ts';
import { factLines, factText } from './fact-words.ts';
import { PLAIN, type ListingKind } from './kind.ts';
import type { Met } from './listing.ts';
import { textLine } from './words.ts';

/**
 * Back after more than a week. What differs was changed while the model was not listed: nobody knows when, so that `meanwhile` has
 * no percents.
 */
interface Return extends Met {
  /** ISO times of the capture that first missed it, and of the last one before. */
  readonly since: string;
  readonly lastListed: string;
  readonly meanwhile: readonly Difference[];
}

const WHILE_UNLISTED = 'Changed while unlisted';

/** The facts are those last known; what differs follows in events of its own. */
export const returned = {
  lines: [{}],
  apply: (rows, { id, scope }) => {
    const row = rows.get(id);
    if (!row || row.isListed) return 'the model was not gone';
    rows.set(id, { ...row, isListed: true, seenIn: scope });
    return null;
  },
  shown: {
    ...PLAIN,
    topic: 'gone',
    weight: 40,
    isRemoval: ({ facts }) => facts.expiration != null,
    // How long it was gone decides whether a return or an absence is shown: history/fold.ts.
    show: () => null,
    lines: ({ since, facts, meanwhile }, id) => [
      textLine('Back', `missing since ${date(since)}; ${factText(id, facts)}`),
      ...meanwhile
        .flatMap((one) => differenceLines(one, id))
        .map(({ label, text }) => textLine(WHILE_UNLISTED, `${label} ${text}`)),
    ],
    words: ({ since, facts, meanwhile }, id) => ({
      headline: 'back in the list',
      lines: [
        `It had been missing since ${date(since)}.`,
        ...meanwhile
          .flatMap((one) => differenceWords(one, id).lines)
          .map((line) => `${WHILE_UNLISTED}: ${line}`),
        ...factLines(id, facts),
      ],
    }),
  },
} as const satisfies ListingKind<object, Return>;
