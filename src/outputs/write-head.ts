import type { Snapshot } from '../catalog/snapshot.ts';
import { MODELS_ENDPOINT, type AnswerHead } from './record/answer-head.ts';
import { SCHEMA_VERSION } from './record/schema-version.ts';

export interface SnapshotOrigin extends Pick<Snapshot, 'capturedAt' | 'source'> {
  /** ISO time. */
  readonly generatedAt: string;
}

/** The head of every file for machines that is built from a snapshot. */
export function answerHead({ generatedAt, capturedAt, source }: SnapshotOrigin): AnswerHead {
  return {
    schema_version: SCHEMA_VERSION,
    generated_at: generatedAt,
    captured_at: capturedAt,
    source: {
      name: 'OpenRouter',
      url: MODELS_ENDPOINT,
      capture: source,
      note: 'Prices are OpenRouter’s, in US dollars. Modeldex is independent of OpenRouter.',
    },
  };
}
