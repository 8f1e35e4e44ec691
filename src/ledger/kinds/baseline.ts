import { factsSchema } from './fact-kinds.ts';
import type { ListingKind } from './kind.ts';
import { listRow, type WithFacts } from './listing.ts';

/** First observed, but not necessarily added then. */
export const baseline = {
  lines: [{ facts: factsSchema }],
  apply: (rows, event) =>
    rows.get(event.id)?.isListed ? 'the model is known already' : listRow(rows, event),
  shown: null,
} as const satisfies ListingKind<WithFacts, never>;
