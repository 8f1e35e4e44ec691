import { z } from 'zod';
import type { ModelId } from '../../catalog/model.ts';
import { cleanLine } from '../../catalog/text.ts';
import { PLAIN_FACT, type FactKind } from './kind.ts';
import { replaced, textOrNone, type Replaced } from './schemas.ts';
import { arrow, textLine } from './words.ts';

/** An alias points to another model. */
export const retargeted = {
  fields: { aliasTarget: { schema: textOrNone, normalize: (target) => target ?? undefined } },
  lines: [replaced(z.string())],
  diff: ({ aliasTarget: old }, { aliasTarget: now }) =>
    old && now && old !== now ? [{ old, new: now }] : [],
  apply: (facts, { old, new: now }) => (facts.aliasTarget === old ? { ...facts, aliasTarget: now } : null),
  shown: {
    ...PLAIN_FACT,
    isOfAlias: true,
    topic: 'names',
    weight: 80,
    show: { each: ({ old, new: now }) => ({ old: cleanLine(old), new: cleanLine(now) }) },
    lines: ({ old, new: now }) => [textLine('Stands for', arrow(old, now))],
    words: ({ old, new: now }) => ({
      headline: `now stands for ${now}`,
      lines: [`Stands for: ${arrow(old, now)}`],
    }),
  },
} as const satisfies FactKind<'aliasTarget', Replaced<ModelId>, Replaced<ModelId>>;
