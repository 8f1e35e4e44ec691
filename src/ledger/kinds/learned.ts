import type { Facts } from '../../catalog/facts.ts';
import { inOrder } from './price.ts';
import { partialFactsSchema } from './fact-kinds.ts';
import type { ListingKind } from './kind.ts';

interface Learned {
  readonly facts: Partial<Facts>;
}

/**
 * Facts that were unknown before, which is not a change. An event without facts means that a `text` capture
 * listed a model without text output.
 */
export const learned = {
  lines: [{ facts: partialFactsSchema }],
  apply: (rows, { id, facts, scope }) => {
    const row = rows.get(id);
    if (!row?.isListed) return 'the model is not listed';
    const prices = inOrder({ ...row.facts.prices, ...facts.prices });
    const seenIn = scope === 'text' ? 'text' : row.seenIn;
    rows.set(id, { ...row, facts: { ...row.facts, ...facts, prices }, seenIn });
    return null;
  },
  shown: null,
} as const satisfies ListingKind<Learned, never>;
