import { huggingFaceIdOf } from '../../catalog/hugging-face.ts';
import { textOrNone } from './schemas.ts';
import { valueKind } from './value.ts';

type Id = string | null;

const text = (id: Id): string => huggingFaceIdOf(id) ?? 'none listed';

/** The location of an open model's weights. */
export const weights = {
  // Upstream writes both null and "" for "no weights".
  fields: { huggingFaceId: { schema: textOrNone, normalize: (id: Id) => id || null } },
  ...valueKind('huggingFaceId', textOrNone, {
    topic: 'abilities',
    weight: 95,
    label: 'Open weights',
    text,
    headline: ({ old, new: now }) => {
      if (huggingFaceIdOf(now) === null) return 'open weights no longer listed';
      return huggingFaceIdOf(old) === null ? 'open weights listed' : 'open weights listed elsewhere';
    },
  }),
} as const;
