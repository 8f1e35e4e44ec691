import { z } from 'zod';
import { same } from './kind.ts';
import { valueKind } from './value.ts';

const schema = z.boolean().nullable();

const text = (isModerated: boolean | null): string =>
  isModerated === null ? 'not stated' : isModerated ? 'yes' : 'no';

/** Whether OpenRouter moderates requests to its preferred provider. */
export const moderation = {
  fields: { isModerated: { schema, normalize: same } },
  ...valueKind('isModerated', schema, {
    topic: 'abilities',
    weight: 135,
    label: 'Moderated',
    text,
    headline: ({ new: now }) => (now ? 'now moderated' : 'no longer moderated'),
  }),
} as const;
