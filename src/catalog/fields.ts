import { instructTypeNote, tokenizerNote } from './field-notes.ts';
import { date, exactTokens, percent, shortTokens } from './figures.ts';
import { isMaxOutputCut } from './limits.ts';
import type { Model } from './model.ts';

/** The types of plain values in machine-readable files. */
export interface PlainTypes {
  readonly text: string;
  readonly textOrNull: string | null;
  /** An ISO time. */
  readonly timeOrNull: string | null;
  /** A whole number. */
  readonly countOrNull: number | null;
  readonly numberOrNull: number | null;
  readonly yesNo: boolean;
  readonly yesNoOrNull: boolean | null;
  readonly texts: readonly string[];
  readonly textsOrNull: readonly string[] | null;
}

/** The keys of `PlainTypes` whose type is exactly `Value`. */
type PlainRecord<Value> = {
  [Name in keyof PlainTypes]: [Value, PlainTypes[Name]] extends [PlainTypes[Name], Value] ? Name : never;
}[keyof PlainTypes];

/** One field of a model: its label, meaning and formatting. */
export interface Field<Value = unknown> {
  readonly label: string;
  /** Explanation for readers who do not know the term. */
  readonly hint: string;
  /** Why the value may be missing. */
  readonly missing: string;
  /** The type of a plain value in machine-readable files. `outputs/record/fields.ts` writes other values. */
  readonly record?: keyof PlainTypes;
  /** For numbers. */
  readonly unit?: 'tokens' | 'share';
  /**
   * Full text with every digit; `null` where the value is empty. A field with text has a row of its own in
   * the details of a model's page. The other fields have their own display there.
   */
  readonly text?: (value: NonNullable<Value>, model: Model) => string | null;
  /** Compact text without the unit. */
  readonly short?: (value: NonNullable<Value>) => string;
  /** A note that prevents misreading. */
  readonly note?: (value: NonNullable<Value>, model: Model) => string | null;
  /** Such a note beside the compact text. */
  readonly shortNote?: (value: NonNullable<Value>, model: Model) => string | null;
  readonly isCode?: true;
  /** Most models have no value, so a missing one gets no row. */
  readonly isRare?: true;
}

type FieldsOf<Keys extends keyof Model> = {
  readonly [Key in Keys]: Field<Model[Key]> & { readonly record?: PlainRecord<Model[Key]> };
};

const tokens = {
  record: 'countOrNull',
  unit: 'tokens',
  text: (value: number) => exactTokens(value),
  short: (value: number) => shortTokens(value),
} as const;
const day = { record: 'textOrNull', text: (value: string) => date(value) } as const;
const words = { record: 'textOrNull', text: (value: string) => value } as const;

const cutNote =
  (write: (value: number | null) => string) =>
  (_: number, model: Model): string | null =>
    isMaxOutputCut(model) ? `cut by the context of ${write(model.context)}` : null;

const ALWAYS = 'Every model has one.';
const NOT_SAID = 'OpenRouter does not say.';
const NAMES_NONE = 'OpenRouter names none.';

/**
 * Every field of a model; fields with text are in the order of the details on its page. The only list of
 * fields: pages and data derive from it, and the type requires every field of `Model`. Single prices are in
 * `PRICE_KEYS`.
 */
export const FIELDS = {
  id: { label: 'Id', hint: 'The name of the model in a request.', missing: ALWAYS, record: 'text' },
  name: { label: 'Name', hint: 'The name without that of the author.', missing: ALWAYS, record: 'text' },
  fullName: {
    label: 'Full name',
    hint: 'The name on OpenRouter, with that of the author.',
    missing: ALWAYS,
    record: 'text',
  },
  author: { label: 'Author', hint: 'Who makes the model.', missing: ALWAYS },
  slug: {
    label: 'Slug',
    hint: 'The id without the author and the variant.',
    missing: ALWAYS,
    record: 'text',
  },
  variant: {
    label: 'Variant',
    hint: 'The part of the id after the colon: the same model under other conditions.',
    missing: 'It is not a variant.',
    record: 'textOrNull',
  },
  baseId: { label: 'Base', hint: 'The id without its variant.', missing: ALWAYS, record: 'text' },
  isAlias: {
    label: 'Alias',
    hint: 'Whether the id stands for another model.',
    missing: ALWAYS,
    record: 'yesNo',
  },
  isRouter: {
    label: 'Router',
    hint: 'It picks a model for each request, and the request costs what that model costs.',
    missing: 'It is not a router.',
    record: 'yesNo',
  },
  permanentSlug: {
    label: 'Permanent slug',
    hint: 'A name that never changes and is often dated. Variants share it, so it does not tell them apart.',
    missing: 'OpenRouter gives none.',
    isCode: true,
    ...words,
  },
  description: {
    label: 'Description',
    hint: 'OpenRouter’s description of the model.',
    missing: 'OpenRouter has no description, or descriptions are left out.',
    record: 'textOrNull',
  },
  addedAt: {
    label: 'Added',
    hint: 'When OpenRouter listed the model, which is not when its maker released it.',
    missing: 'OpenRouter does not say when it was listed.',
    ...day,
    record: 'timeOrNull',
  },
  knowledgeCutoff: {
    label: 'Knowledge cutoff',
    hint: 'The end of the training data: a day, a month or a year. The model knows nothing later unless the prompt says it.',
    missing: 'OpenRouter does not state it.',
    ...day,
  },
  expiration: {
    label: 'Scheduled removal',
    hint: 'The day from which OpenRouter plans not to offer the model. It can move or be withdrawn; most removals are never announced.',
    missing: 'No date is set. Most removals are never announced.',
    ...day,
  },
  prices: { label: 'Prices', hint: 'What is billed, by unit.', missing: ALWAYS },
  tiers: {
    label: 'Tiers',
    hint: 'Prices that hold for long prompts or at some hours.',
    missing: 'The prices are the same for all requests.',
  },
  context: {
    label: 'Context',
    hint: 'How many tokens fit in one exchange: what you send and what comes back, together.',
    missing: 'OpenRouter gives no context length.',
    ...tokens,
  },
  maxOutput: {
    label: 'Max output',
    hint: 'The most tokens that one answer can have, reasoning included.',
    missing: 'OpenRouter names no limit of its own.',
    ...tokens,
    note: cutNote(exactTokens),
    shortNote: cutNote(shortTokens),
  },
  topProviderContext: {
    label: 'Context at the top provider',
    hint: 'The provider that OpenRouter prefers offers this context.',
    missing: NOT_SAID,
    unit: 'tokens',
    text: (value, { context }) =>
      `${exactTokens(value)}${value === context ? ', the same as the model’s' : ''}`,
    record: 'countOrNull',
  },
  requestLimits: {
    label: 'Per-request limits',
    hint: 'The most tokens that OpenRouter allows in one request.',
    missing: 'OpenRouter sets none besides the context.',
    unit: 'tokens',
    text: ({ inputTokens, outputTokens }) =>
      `${exactTokens(inputTokens)} in, ${exactTokens(outputTokens)} out`,
  },
  inputModalities: {
    label: 'Input modalities',
    hint: 'What a request can hold.',
    missing: NAMES_NONE,
    record: 'texts',
  },
  outputModalities: {
    label: 'Output modalities',
    hint: 'What an answer can hold.',
    missing: NAMES_NONE,
    record: 'texts',
  },
  reasoning: {
    label: 'Reasoning',
    hint: 'Whether and how the model reasons before it answers.',
    missing: 'OpenRouter does not list reasoning.',
  },
  parameters: {
    label: 'Parameters',
    hint: 'The request parameters that at least one provider of the model supports.',
    missing: NOT_SAID,
    record: 'textsOrNull',
  },
  parameterDefaults: {
    label: 'Parameter defaults',
    hint: 'The value of a parameter that a request does not set.',
    missing: NAMES_NONE,
  },
  tokenizer: {
    label: 'Tokenizer',
    hint: 'The family of vocabularies that splits text into tokens. The same text makes different numbers of tokens in different families, so prices of two families compare only roughly.',
    missing: NOT_SAID,
    ...words,
    note: tokenizerNote,
  },
  instructType: {
    label: 'Instruct type',
    hint: 'The chat template that the model was trained with. It matters to those who run the weights themselves.',
    missing: 'OpenRouter names none, as for most models whose maker applies the template.',
    ...words,
    note: instructTypeNote,
  },
  isModerated: {
    label: 'Moderated',
    hint: 'Whether OpenRouter filters what goes to the provider that it prefers.',
    missing: NOT_SAID,
    text: (value) => (value ? 'yes' : 'no'),
    record: 'yesNoOrNull',
  },
  huggingFaceId: {
    label: 'Weights',
    hint: 'Whether the model itself can be downloaded and run elsewhere.',
    missing: 'OpenRouter names no place to download it from.',
    ...words,
  },
  voices: {
    label: 'Voices',
    hint: 'The voices that the model can speak with.',
    missing: NAMES_NONE,
    text: (value) => value.join(', ') || null,
    record: 'texts',
  },
  discount: {
    label: 'Discount',
    hint: 'The current discount on the price.',
    missing: 'There is no discount.',
    unit: 'share',
    text: percent,
    record: 'numberOrNull',
  },
  detailsPath: {
    label: 'Providers (API)',
    hint: 'Which providers serve the model, and how, as JSON from OpenRouter.',
    missing: 'OpenRouter names no address for it.',
    text: () => 'JSON',
  },
  aliasTarget: {
    label: 'Stands for',
    hint: 'An alias that always means the newest model of a family. What it costs and does changes when its target does.',
    missing: 'It is not an alias.',
    isRare: true,
    text: ({ name }) => name,
  },
  popularity: {
    label: 'Popularity rank',
    hint: 'The model’s place among all by tokens used; 1 is the most used.',
    missing: 'It is not in the list of most used models.',
  },
  ranks: {
    label: 'Category ranks',
    hint: 'The model’s place in each category by tokens used; 1 is the most used.',
    missing: 'It is not ranked in any category.',
  },
  benchmarks: {
    label: 'Benchmarks',
    hint: 'Figures from third parties.',
    missing: 'OpenRouter lists none, or they are left out.',
  },
  other: {
    label: 'Other fields',
    hint: 'Anything else that OpenRouter sends.',
    missing: 'OpenRouter sends no others.',
  },
} as const satisfies FieldsOf<keyof Model>;

export type FieldKey = keyof typeof FIELDS;

export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[];
