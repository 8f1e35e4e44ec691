import type { Category } from './categories.ts';
import type { Prices, Tier } from './price.ts';

/** `author/slug[:variant]`, as upstream spells it: the key of a row. */
export type ModelId = string;

/** The parts of an id: `~anthropic/claude-opus-latest` is an alias of author `anthropic`. */
export interface IdParts {
  /** Without a leading `~`. */
  readonly author: string;
  readonly slug: string;
  readonly variant: string | null;
  readonly isAlias: boolean;
}

export interface Author {
  readonly slug: string;
  readonly name: string;
}

export interface Reasoning {
  readonly mandatory: boolean;
  /** `null`: upstream does not say. */
  readonly defaultEnabled: boolean | null;
  readonly defaultEffort: string | null;
  /** Highest first; empty when upstream names none. */
  readonly efforts: readonly string[];
  /** Whether a budget of thinking tokens can be set; `null`: upstream does not say. */
  readonly tokenBudget: boolean | null;
}

interface RequestLimits {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** Third-party figures, shown only with attribution. */
export interface Benchmarks {
  /** Artificial Analysis indices, 0–100. */
  readonly artificialAnalysis: {
    readonly intelligence: number | null;
    readonly coding: number | null;
    readonly agentic: number | null;
  } | null;
  readonly designArena: readonly {
    readonly arena: string;
    readonly category: string;
    readonly elo: number;
    /** Percent, 0–100. */
    readonly winRate: number;
    readonly rank: number;
  }[];
}

/** Something upstream sent that we have no words for yet: a path such as `pricing.new_key` and its value as JSON. */
export interface OtherField {
  readonly path: string;
  readonly json: string;
}

/**
 * One row of a capture in our own words.
 * `null` is "upstream says there is none or does not say". Text is upstream's, without what cannot be seen or turns text around,
 * and hostile until it is escaped or sanitised; `other` alone is as it came.
 */
export interface Model {
  readonly id: ModelId;
  /** Name without the author's prefix, spaces collapsed: `Claude Opus 5`. */
  readonly name: string;
  /** Name as upstream has it, spaces collapsed: `Anthropic: Claude Opus 5`. */
  readonly fullName: string;
  readonly author: Author;
  readonly slug: string;
  readonly variant: string | null;
  /** The id without its variant; the id itself for a base. */
  readonly baseId: ModelId;
  readonly isAlias: boolean;
  /** What an alias means today. */
  readonly aliasTarget: { readonly id: ModelId; readonly name: string } | null;
  /** Its price depends on the model it picks. */
  readonly isRouter: boolean;
  readonly permanentSlug: string | null;
  /** ISO time at which OpenRouter added the row, not the maker's release date. */
  readonly addedAt: string | null;
  /** Markdown from upstream, hostile; `null` when it has none or descriptions are left out. */
  readonly description: string | null;
  /** Tokens, input and output together. */
  readonly context: number | null;
  /** Tokens of one answer. */
  readonly maxOutput: number | null;
  /** Context of the provider that OpenRouter prefers. */
  readonly topProviderContext: number | null;
  readonly isModerated: boolean | null;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  readonly tokenizer: string | null;
  /** The chat template that the model was trained with. */
  readonly instructType: string | null;
  readonly prices: Prices;
  readonly tiers: readonly Tier[];
  /** Share that OpenRouter takes off the price, 0–1. */
  readonly discount: number | null;
  /** Union over all providers; `null`: upstream does not say. */
  readonly parameters: readonly string[] | null;
  readonly parameterDefaults: ReadonlyMap<string, number>;
  readonly reasoning: Reasoning | null;
  readonly requestLimits: RequestLimits | null;
  readonly voices: readonly string[];
  /** `org/name`; set means open weights. */
  readonly huggingFaceId: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as exact as upstream has it. */
  readonly knowledgeCutoff: string | null;
  /** `YYYY-MM-DD`. On a `:free` row it ends the free offer. */
  readonly expiration: string | null;
  /** Path of the endpoints resource on OpenRouter. */
  readonly detailsPath: string | null;
  readonly benchmarks: Benchmarks | null;
  readonly other: readonly OtherField[];
  /** Position in each category's list that holds the model, 1 = most used. */
  readonly ranks: Readonly<Partial<Record<Category, number>>>;
  /** Position in the most-popular order, 1 = most used. */
  readonly popularity: number | null;
}

/** What a row of which little is known has in the place of all that the ledger does not keep. */
export const NOT_RECORDED = {
  description: null,
  topProviderContext: null,
  isModerated: null,
  tokenizer: null,
  instructType: null,
  discount: null,
  parameterDefaults: new Map(),
  reasoning: null,
  requestLimits: null,
  voices: [],
  huggingFaceId: null,
  knowledgeCutoff: null,
  detailsPath: null,
  benchmarks: null,
  other: [],
  ranks: {},
  popularity: null,
} as const satisfies Partial<Model>;
