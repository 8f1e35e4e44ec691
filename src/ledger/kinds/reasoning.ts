import { z } from 'zod';
import type { Reasoning } from '../../catalog/model.ts';
import { reasoningText } from '../../catalog/reasoning.ts';
import { cleanLine } from '../../catalog/text.ts';
import { textOrNone, texts } from './schemas.ts';
import { valueKind } from './value.ts';

type MaybeReasoning = Reasoning | null;

const schema: z.ZodType<MaybeReasoning> = z
  .strictObject({
    mandatory: z.boolean(),
    defaultEnabled: z.boolean().nullable(),
    defaultEffort: textOrNone,
    efforts: texts,
    tokenBudget: z.boolean().nullable(),
  })
  .nullable();

const text = (value: MaybeReasoning): string =>
  value === null ? 'not stated' : cleanLine(reasoningText(value));

/** Whether and how the model reasons before it answers. */
export const reasoning = {
  fields: { reasoning: { schema, normalize: inOrder } },
  ...valueKind('reasoning', schema, {
    topic: 'abilities',
    weight: 105,
    // There is also a price named "Reasoning".
    label: 'Reasoning mode',
    text,
    headline: ({ old, new: now }) => {
      if (now === null) return 'reasoning no longer stated';
      return old === null ? 'reasoning stated' : 'reasoning changed';
    },
  }),
} as const;

/** Keys in a fixed order, so that equal values are equal bytes. */
function inOrder(value: MaybeReasoning): MaybeReasoning {
  if (value === null) return null;
  const { mandatory, defaultEnabled, defaultEffort, efforts, tokenBudget } = value;
  return { mandatory, defaultEnabled, defaultEffort, efforts, tokenBudget };
}
