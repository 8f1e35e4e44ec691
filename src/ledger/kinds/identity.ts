import { z } from 'zod';
import { same, type FactKind } from './kind.ts';
import { numberOrNone, replaced, replacement, textOrNone, type Replaced } from './schemas.ts';

type IdentityEvent =
  | ({ readonly field: 'created' } & Replaced<number | null>)
  | ({ readonly field: 'permanentSlug' } & Replaced<string | null>);

/** The id now means another model, or its time of addition or permanent slug was corrected. */
export const identity = {
  fields: {
    created: { schema: numberOrNone, normalize: same },
    permanentSlug: { schema: textOrNone, normalize: same },
  },
  lines: [
    { field: z.literal('created'), ...replaced(numberOrNone) },
    { field: z.literal('permanentSlug'), ...replaced(textOrNone) },
  ],
  diff: (old, now) => [
    ...replacement(old.created, now.created).map((event) => ({ field: 'created' as const, ...event })),
    ...replacement(old.permanentSlug, now.permanentSlug).map((event) => ({
      field: 'permanentSlug' as const,
      ...event,
    })),
  ],
  apply: (facts, { field, old, new: now }) => (facts[field] === old ? { ...facts, [field]: now } : null),
  shown: null,
} as const satisfies FactKind<'created' | 'permanentSlug', IdentityEvent, never>;
