import type { Facts } from '../../catalog/facts.ts';
import { FIELDS, type Field, type FieldKey } from '../../catalog/fields.ts';
import type { Model } from '../../catalog/model.ts';
import { readField } from '../../catalog/read-field.ts';
import { reasoningText } from '../../catalog/reasoning.ts';
import { huggingFaceUrl } from '../../site/urls.ts';

interface LastFact {
  readonly key: FieldKey;
  /** `null`: upstream said that there is none. */
  readonly text: string | null;
  readonly isCode: boolean;
  readonly href: string | null;
}

/** Older than the ledger, so that every model has them or is known to have none. */
const ALWAYS = ['context', 'maxOutput', 'permanentSlug'] as const;
/** Unknown of models that went before upstream sent them. */
const SINCE_LATER = ['knowledgeCutoff', 'reasoning', 'isModerated', 'huggingFaceId'] as const;

/** What was last known of a model that is not listed. What no capture told of it is left out. */
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
  // On its own page a model has a section for this.
  if (key === 'reasoning') return model.reasoning && reasoningText(model.reasoning);
  const reading = readField(key, model);
  return reading?.state === 'stated' ? reading.text : null;
}
