import type { Reasoning } from './model.ts';
import type { PriceKey } from './price-keys.ts';

/**
 * When a price applies. All conditions of a tier must hold at once.
 * - `prompt-above`: the request's prompt has strictly more than `tokens` tokens.
 * - `utc-window`: from `start` (inclusive) to `end` (exclusive), minutes after 00:00 UTC; `end` 1440 is the
 *   end of the day, and a window whose `end` is not after its `start` wraps past midnight.
 * - `utc-days`: on the listed days in UTC, as upstream spells them.
 */
export type Condition =
  | { readonly kind: 'prompt-above'; readonly tokens: number }
  | { readonly kind: 'utc-window'; readonly start: number; readonly end: number }
  | { readonly kind: 'utc-days'; readonly days: readonly string[] };

/** Decimal text in US dollars per single unit, exactly as upstream wrote it (`-1` included), by price key. */
export type PriceText = Readonly<Partial<Record<PriceKey, string>>>;

/**
 * A price that applies under conditions. Keys without a price inherit the base price; later tiers override
 * earlier ones.
 */
export interface TierFacts {
  readonly when: readonly Condition[];
  readonly prices: PriceText;
}

/**
 * What the ledger stores of one row of a capture: upstream's facts under our names, text unchanged. `null`
 * means that upstream gives no value. An absent key means that upstream did not send the field (it is newer
 * than the capture).
 */
export interface Facts {
  readonly name: string;
  /** Unix seconds at which the row was added to the catalog. */
  readonly created?: number | null;
  /** The permanent slug, shared by variants. */
  readonly permanentSlug?: string | null;
  /** Tokens, input and output together. */
  readonly context?: number | null;
  /** Tokens of one answer. */
  readonly maxOutput?: number | null;
  readonly inputModalities?: readonly string[];
  readonly outputModalities?: readonly string[];
  readonly parameters?: readonly string[] | null;
  /** `YYYY-MM-DD`; the dummy `2098-12-31` is `null`. */
  readonly expiration?: string | null;
  /** `org/name` of the downloadable weights on Hugging Face; `null`: upstream names none. */
  readonly huggingFaceId?: string | null;
  /** Whether OpenRouter moderates requests to its preferred provider. */
  readonly isModerated?: boolean | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `null`: not disclosed by the maker. */
  readonly knowledgeCutoff?: string | null;
  /** Whether and how the model reasons; `null`: upstream sends the field but not for this model. */
  readonly reasoning?: Reasoning | null;
  readonly prices: PriceText;
  readonly tiers?: readonly TierFacts[];
  /** The id that an alias points to. */
  readonly aliasTarget?: string | null;
}
