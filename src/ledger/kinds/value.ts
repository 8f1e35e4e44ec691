import type { z } from 'zod';
import type { Facts } from '../../catalog/facts.ts';
import { PLAIN_FACT, type FactKind, type FactPresentation } from './kind.ts';
import { isSame, replaced, replacement, type Replaced } from './schemas.ts';
import type { ChangeTopic } from './topics.ts';
import { arrow, textLine } from './words.ts';

type Value<Field extends keyof Facts> = Required<Facts>[Field];

interface ValueWords<T> {
  readonly topic: ChangeTopic;
  readonly weight: number;
  /** What the value is, at the start of a line: `Tokenizer`. */
  readonly label: string;
  /** A value as people read it. It may hold anything that upstream wrote. */
  readonly text: (value: T) => string;
  /** The change in a few words, to follow a model's name: `tokenizer is now Llama3`. */
  readonly headline: (change: Replaced<T>) => string;
}

type ValueKind<T> = Omit<FactKind<never, Replaced<T>, Replaced<T>>, 'fields'> & {
  readonly shown: FactPresentation<Replaced<T>, Replaced<T>>;
};

/** The kind of event of a fact that is one value, replaced as a whole, but for the field that it keeps. */
export function valueKind<Field extends keyof Facts>(
  field: Field,
  schema: z.ZodType<Value<Field>>,
  { topic, weight, label, text, headline }: ValueWords<Value<Field>>,
): ValueKind<Value<Field>> {
  const known = (facts: Facts): Value<Field> | undefined => facts[field] as Value<Field> | undefined;
  return {
    lines: [replaced(schema)],
    diff: (old, now) => replacement(known(old), known(now)),
    apply: (facts, { old, new: now }) => (isSame(known(facts), old) ? { ...facts, [field]: now } : null),
    shown: {
      ...PLAIN_FACT,
      topic,
      weight,
      show: { each: ({ old, new: now }) => (text(old) === text(now) ? null : { old, new: now }) },
      lines: ({ old, new: now }) => [textLine(label, arrow(text(old), text(now)))],
      words: (change) => ({
        headline: headline(change),
        lines: [`${label}: ${arrow(text(change.old), text(change.new))}`],
      }),
    },
  };
}
