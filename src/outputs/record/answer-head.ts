import { z } from 'zod';
import { SCHEMA_VERSION } from './schema-version.ts';

export const MODELS_ENDPOINT = 'https://openrouter.ai/api/v1/models';

/** What every file for machines says of itself. */
const answerHead = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  /** When the data was read for this build: for a build from a capture, the time of the capture. */
  generated_at: z.iso.datetime(),
  /** The time of the data. */
  captured_at: z.iso.datetime(),
  source: z.strictObject({
    name: z.literal('OpenRouter'),
    url: z.literal(MODELS_ENDPOINT),
    capture: z.enum(['live', 'capture', 'embedded']),
    note: z.string(),
  }),
});

export const answerHeadShape = answerHead.shape;

export type AnswerHead = z.infer<typeof answerHead>;
