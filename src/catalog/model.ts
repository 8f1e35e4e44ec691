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
  /** `null`: unknown. */
  readonly defaultEnabled: boolean | null;
  readonly defaultEffort: string | null;
  /** Highest first; empty when upstream lists none. */
  readonly efforts: readonly string[];
  /** Whether a budget of reasoning tokens can be set; `null`: unknown. */
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

/** An upstream field without a name of ours: a path such as `pricing.new_key` and its value as JSON. */
export interface OtherField {
  readonly path: string;
  readonly json: string;
}

/**
 * One row of a capture under our names. `null` means that upstream gives no value. Text is from upstream,
 * without invisible or bidi characters, and untrusted until it is escaped or sanitized; only `other` is
 * unchanged.
 */
export interface Model {
  readonly id: ModelId;
  /** Name without the author's prefix, spaces collapsed: `Claude Opus 5`. */
  readonly name: string;
  /** Name from upstream, spaces collapsed: `Anthropic: Claude Opus 5`. */
  readonly fullName: string;
  readonly author: Author;
  readonly slug: string;
  readonly variant: string | null;
  /** The id without its variant; the id itself for a base. */
  readonly baseId: ModelId;
  readonly isAlias: boolean;
  /** The current target of an alias. */
  readonly aliasTarget: { readonly id: ModelId; readonly name: string } | null;
  /** Whether the price depends on the model that the router picks. */
  readonly isRouter: boolean;
  readonly permanentSlug: string | null;
  /** ISO time at which OpenRouter added the row, not the maker's release date. */
  readonly addedAt: string | null;
  /** Untrusted Markdown from upstream; `null` when missing or when descriptions are left out. */
  readonly description: string | null;
  /** Tokens, input and output together. */
  readonly context: number | null;
  /** Tokens of one answer. */
  readonly maxOutput: number | null;
  /** Context of OpenRouter's preferred provider. */
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
  /** Union over all providers; `null`: unknown. */
  readonly parameters: readonly string[] | null;
  readonly parameterDefaults: ReadonlyMap<string, number>;
  readonly reasoning: Reasoning | null;
  readonly requestLimits: RequestLimits | null;
  readonly voices: readonly string[];
  /** `org/name`; not `null` means open weights. */
  readonly huggingFaceId: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as upstream. */
  readonly knowledgeCutoff: string | null;
  /** `YYYY-MM-DD`. On a `:free` row this is the end of the free offer. */
  readonly expiration: string | null;
  /** Path of the endpoints resource on OpenRouter. */
  readonly detailsPath: string | null;
  readonly benchmarks: Benchmarks | null;
  readonly other: readonly OtherField[];
  /** Position in the ranking of each category that lists the model, 1 = most used. */
  readonly ranks: Readonly<Partial<Record<Category, number>>>;
  /** Position in the most-popular order, 1 = most used. */
  readonly popularity: number | null;
}

/** Default values of the fields that the ledger does not store. */
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
