import type { Facts } from '../../catalog/facts.ts';
import { FIELDS, type Field, type FieldKey } from '../../catalog/fields.ts';
import type { Model } from '../../catalog/model.ts';
import { readField } from '../../catalog/read-field.ts';
import { reasoningText } from '../../catalog/reasoning.ts';
import { huggingFaceUrl } from '../../site/urls.ts';

interface LastFact {
  readonly key: FieldKey;
  /** `null`: upstream stated that there is no value. */
  readonly text: string | null;
  readonly isCode: boolean;
  readonly href: string | null;
}

/** Fields older than the ledger: a missing value means that there is none. */
const ALWAYS = ['context', 'maxOutput', 'permanentSlug'] as const;
/** Fields that upstream added later: unknown for models removed before then. */
const SINCE_LATER = ['knowledgeCutoff', 'reasoning', 'isModerated', 'huggingFaceId'] as const;

/** The last known facts of a model that is not listed. Leaves out facts that no capture has. */
export function lastFacts(model: Model, facts: Facts): readonly LastFact[] {
  return [...ALWAYS, ...SINCE_LATER.filter((key) => facts[key] !== undefined)].map((key) => {
    const field: Field<never> = FIELDS[key];
    const hasAddress = key === 'huggingFaceId' && model.huggingFaceId !== null;
    return {
      key,
      text: textOf(key, model),
      isCode: field.isCode ?? false,
      href: hasAddress ? huggingFaceUrl(model.huggingFaceId) : null,
    };
  });
}

function textOf(key: FieldKey, model: Model): string | null {
  // Reasoning has a section on the model's own page.
  if (key === 'reasoning') return model.reasoning && reasoningText(model.reasoning);
  const reading = readField(key, model);
  return reading?.state === 'stated' ? reading.text : null;
}
