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
  /** The field's name at the start of a line: `Tokenizer`. */
  readonly label: string;
  /** The value as readers see it. The input may be any text from upstream. */
  readonly text: (value: T) => string;
  /** The change as a short phrase after the model's name: `tokenizer is now Llama3`. */
  readonly headline: (change: Replaced<T>) => string;
}

type ValueKind<T> = Omit<FactKind<never, Replaced<T>, Replaced<T>>, 'fields'> & {
  readonly shown: FactPresentation<Replaced<T>, Replaced<T>>;
};

/** The event kind of a single value that is replaced as a whole, without `fields`. */
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
