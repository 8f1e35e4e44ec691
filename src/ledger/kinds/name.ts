import { z } from 'zod';
import { cleanLine } from '../../catalog/text.ts';
import { isSameName } from '../equality.ts';
import { PLAIN_FACT, same, type FactKind } from './kind.ts';
import { replaced, type Replaced } from './schemas.ts';
import { arrow, textLine } from './words.ts';

export const name = {
  fields: { name: { schema: z.string(), normalize: same } },
  lines: [replaced(z.string())],
  diff: (old, now) => (isSameName(old.name, now.name) ? [] : [{ old: old.name, new: now.name }]),
  apply: (facts, { old, new: now }) => (isSameName(facts.name, old) ? { ...facts, name: now } : null),
  shown: {
    ...PLAIN_FACT,
    topic: 'names',
    weight: 120,
    show: { each: ({ old, new: now }) => ({ old: cleanLine(old), new: cleanLine(now) }) },
    lines: ({ old, new: now }) => [textLine('Name', arrow(old, now))],
    words: ({ old, new: now }) => ({ headline: 'new name', lines: [`Name: ${arrow(old, now)}`] }),
  },
} as const satisfies FactKind<'name', Replaced<string>, Replaced<string>>;
