import { z } from 'zod';
import type { ModelId } from '../../catalog/model.ts';
import { cleanLine } from '../../catalog/text.ts';
import { PLAIN, type ListingKind } from './kind.ts';
import { arrow, textLine } from './words.ts';

interface Rename {
  readonly from: ModelId;
}

/** The facts are the last known facts of `from`. Differences follow as separate events. */
export const renamed = {
  lines: [{ from: z.string() }],
  apply: (rows, { id, from, scope }) => {
    const old = rows.get(from);
    if (!old?.isListed) return `${from} is not listed`;
    if (rows.has(id)) return 'the model is known already';
    rows.set(from, { ...old, isListed: false });
    rows.set(id, { facts: old.facts, isListed: true, seenIn: scope === 'text' ? 'text' : old.seenIn });
    return null;
  },
  shown: {
    ...PLAIN,
    topic: 'names',
    weight: 50,
    show: ({ from }) => ({ from }),
    lines: ({ from }, id) => [textLine('Id', arrow(cleanLine(from), cleanLine(id)))],
    words: ({ from }, id) => ({ headline: 'new id', lines: [`Id: ${arrow(from, id)}`] }),
  },
} as const satisfies ListingKind<Rename, Rename>;
