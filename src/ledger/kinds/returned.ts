import { date } from '../../catalog/format.ts';
import { differenceLines, differenceWords, type Difference } from './fact-kinds.ts';
import { factLines, factText } from './fact-words.ts';
import { PLAIN, type ListingKind } from './kind.ts';
import type { WithFacts } from './listing.ts';
import { textLine } from './words.ts';

/**
 * Listed again after more than a week. Differences arose while the model was not listed, at an unknown time,
 * so `meanwhile` has no percentages.
 */
interface Return extends WithFacts {
  /** ISO times of the first capture without the model and of the last one with it. */
  readonly since: string;
  readonly lastListed: string;
  readonly meanwhile: readonly Difference[];
}

const WHILE_UNLISTED = 'Changed while unlisted';

/** The facts are the last known facts. Differences follow as separate events. */
export const returned = {
  lines: [{}],
  apply: (rows, { id, scope }) => {
    const row = rows.get(id);
    if (!row || row.isListed) return 'the model was not removed';
    rows.set(id, { ...row, isListed: true, seenIn: scope });
    return null;
  },
  shown: {
    ...PLAIN,
    topic: 'gone',
    weight: 40,
    isRemoval: ({ facts }) => facts.expiration != null,
    // The length of the absence decides whether a return or an absence is shown: history/fold.ts.
    show: () => null,
    lines: ({ since, facts, meanwhile }, id) => [
      textLine('Returned', `missing since ${date(since)}; ${factText(id, facts)}`),
      ...meanwhile
        .flatMap((one) => differenceLines(one, id))
        .map(({ label, text }) => textLine(WHILE_UNLISTED, `${label} ${text}`)),
    ],
    words: ({ since, facts, meanwhile }, id) => ({
      headline: 'listed again',
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
