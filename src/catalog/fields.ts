/** Hints for facts whose names say little: what they mean, and what it means that one is missing. */
interface FieldInfo {
  readonly label: string;
  readonly hint: string;
  /** Why there may be nothing to show. */
  readonly missing: string;
}

export const FIELDS = {
  id: {
    label: 'Id',
    hint: 'What a request names the model by.',
    missing: 'Every model has one.',
  },
  permanentSlug: {
    label: 'Permanent slug',
    hint: 'A name that never changes and is often dated. Variants share it, so it does not tell them apart.',
    missing: 'OpenRouter gives none.',
  },
  added: {
    label: 'Added',
    hint: 'When OpenRouter listed the model, which is not when its maker released it.',
    missing: 'OpenRouter does not say when it was listed.',
  },
  knowledgeCutoff: {
    label: 'Knowledge to',
    hint: 'Where what the model learned in training ends: a day, a month or a year. It knows nothing later unless you tell it.',
    missing: 'The maker has not told OpenRouter.',
  },
  expiration: {
    label: 'Scheduled removal',
    hint: 'The day from which OpenRouter plans not to offer the model. It can move or be withdrawn; most removals are never announced.',
    missing: 'No date is set. Most removals are never announced.',
  },
  context: {
    label: 'Context',
    hint: 'How many tokens fit in one exchange: what you send and what comes back, together.',
    missing: 'OpenRouter gives no context length.',
  },
  maxOutput: {
    label: 'Max output',
    hint: 'The most tokens that one answer can have, thinking included.',
    missing: 'OpenRouter names no limit of its own.',
  },
  topProviderContext: {
    label: 'Context at the top provider',
    hint: 'The provider that OpenRouter prefers offers this context.',
    missing: 'OpenRouter does not say.',
  },
  requestLimits: {
    label: 'Limits of a request',
    hint: 'The most tokens that OpenRouter lets one request hold.',
    missing: 'OpenRouter sets none besides the context.',
  },
  tokenizer: {
    label: 'Tokenizer',
    hint: 'The family of vocabularies that cuts text into tokens. The same text makes different numbers of tokens in different families, so prices of two families compare only roughly.',
    missing: 'OpenRouter does not say.',
  },
  instructType: {
    label: 'Instruct type',
    hint: 'The chat template that the model was trained with. It matters to those who run the weights themselves.',
    missing: 'OpenRouter names none, as for most models whose maker applies the template.',
  },
  moderated: {
    label: 'Moderated',
    hint: 'Whether OpenRouter filters what goes to the provider that it prefers.',
    missing: 'OpenRouter does not say.',
  },
  weights: {
    label: 'Weights',
    hint: 'Whether the model itself can be downloaded and run elsewhere.',
    missing: 'OpenRouter names no place to download it from.',
  },
  voices: {
    label: 'Voices',
    hint: 'The voices that the model can speak with.',
    missing: 'OpenRouter names none.',
  },
  discount: {
    label: 'Discount',
    hint: 'What OpenRouter takes off the price at the moment.',
    missing: 'There is none.',
  },
  endpoints: {
    label: 'Endpoints resource',
    hint: 'Which providers serve the model, and how, as JSON from OpenRouter.',
    missing: 'OpenRouter names no address for it.',
  },
  reasoning: {
    label: 'Reasoning',
    hint: 'Whether and how the model thinks before it answers.',
    missing: 'OpenRouter does not say that it thinks.',
  },
  popularity: {
    label: 'Use rank',
    hint: 'The model’s place among all by tokens used; 1 is the most used.',
    missing: 'It is not in the list of most used models.',
  },
  alias: {
    label: 'Stands for',
    hint: 'An alias that always means the newest model of a family. What it costs and does changes when its target does.',
    missing: 'It is no alias.',
  },
  router: {
    label: 'Router',
    hint: 'It picks a model for each request, and the request costs what that model costs.',
    missing: 'It is no router.',
  },
} as const satisfies Record<string, FieldInfo>;

const TOKENIZER_NOTES = new Map([
  ['Other', 'a vocabulary that OpenRouter does not name'],
  ['Router', 'that of the model which answers'],
  ['Media', 'none: the model works on pictures, sound or video'],
]);

const INSTRUCT_TYPE_NOTES = new Map([['none', 'no template: a base model that continues text']]);

/** What a tokenizer's name means where the name alone misleads; `null` where it is a family's name. */
export function tokenizerNote(tokenizer: string): string | null {
  return TOKENIZER_NOTES.get(tokenizer) ?? null;
}

/** What an instruct type means where the name alone misleads. */
export function instructTypeNote(instructType: string): string | null {
  return INSTRUCT_TYPE_NOTES.get(instructType) ?? null;
}
