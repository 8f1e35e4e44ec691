import { z } from 'zod';
import type { Reasoning } from '../../catalog/model.ts';
import { reasoningText } from '../../catalog/reasoning.ts';
import { cleanLine } from '../../catalog/text.ts';
import { textOrNone, texts } from './schemas.ts';
import { valueKind } from './value.ts';

type Told = Reasoning | null;

const schema: z.ZodType<Told> = z
  .strictObject({
    mandatory: z.boolean(),
    defaultEnabled: z.boolean().nullable(),
    defaultEffort: textOrNone,
    efforts: texts,
    tokenBudget: z.boolean().nullable(),
  })
  .nullable();

const text = (told: Told): string => (told === null ? 'not stated' : cleanLine(reasoningText(told)));

/** Whether and how the model thinks before it answers. */
export const reasoning = {
  fields: { reasoning: { schema, normalize: inOrder } },
  ...valueKind('reasoning', schema, {
    topic: 'abilities',
    weight: 105,
    // A price is called "Reasoning", too.
    label: 'Reasoning mode',
    text,
    headline: ({ old, new: now }) => {
      if (now === null) return 'reasoning no longer stated';
      return old === null ? 'reasoning stated' : 'reasoning changed';
    },
  }),
} as const;

/** Keys in one order, so that equal values are equal bytes. */
function inOrder(told: Told): Told {
  if (told === null) return null;
  const { mandatory, defaultEnabled, defaultEffort, efforts, tokenBudget } = told;
  return { mandatory, defaultEnabled, defaultEffort, efforts, tokenBudget };
}
