import { splitId } from '../../catalog/id.ts';
import type { ModelId } from '../../catalog/model.ts';
import { factsSchema } from './fact-kinds.ts';
import { factLines, factText } from './fact-words.ts';
import { PLAIN, type ListingKind } from './kind.ts';
import { listRow, type WithFacts } from './listing.ts';
import { textLine } from './words.ts';

export const added = {
  lines: [{ facts: factsSchema }],
  apply: (rows, event) => (rows.has(event.id) ? 'the model is known already' : listRow(rows, event)),
  shown: {
    ...PLAIN,
    topic: 'new',
    weight: 30,
    isRemoval: ({ facts }) => facts.expiration != null,
    show: ({ facts }) => ({ facts }),
    lines: ({ facts }, id) => [textLine('New', factText(id, facts))],
    words: ({ facts }, id) => ({ headline: whatIsNew(id), lines: factLines(id, facts) }),
  },
} as const satisfies ListingKind<WithFacts, WithFacts>;

function whatIsNew(id: ModelId): string {
  const parts = splitId(id);
  if (parts?.isAlias) return 'new alias';
  return parts?.variant != null ? 'new variant' : 'new model';
}
