import { date } from '../../catalog/format.ts';
import { cleanLine } from '../../catalog/text.ts';
import { same } from './kind.ts';
import { textOrNone } from './schemas.ts';
import { valueKind } from './value.ts';

const text = (cutoff: string | null): string => (cutoff === null ? 'not stated' : cleanLine(date(cutoff)));

export const knowledgeCutoff = {
  fields: { knowledgeCutoff: { schema: textOrNone, normalize: same } },
  ...valueKind('knowledgeCutoff', textOrNone, {
    topic: 'abilities',
    weight: 125,
    label: 'Knowledge cutoff',
    text,
    headline: ({ new: now }) =>
      now === null ? 'knowledge cutoff no longer stated' : `knowledge cutoff ${text(now)}`,
  }),
} as const;
