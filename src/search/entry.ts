import type { Category } from '../catalog/categories.ts';
import type { PriceKind } from '../catalog/price.ts';

/** A price as search needs it: US dollars per million tokens, or what it is instead. */
export type EntryPrice = number | Exclude<PriceKind, 'amount'>;

/** What search knows of one model: enough to rank it, filter it and draw its result. */
export interface SearchEntry {
  readonly id: string;
  /** Without the author's prefix. */
  readonly name: string;
  readonly author: string;
  /** The author's names, the one to show first; the others are prefixes that some of its models carry. */
  readonly authorNames: readonly string[];
  /** The one of them with which the full name begins (`OpenAI: GPT-4o`); `null` where it is the name alone. */
  readonly prefix: string | null;
  readonly slug: string;
  readonly variant: string | null;
  readonly isAlias: boolean;
  /** A variant whose base is listed too; one without stands for itself. */
  readonly hasListedBase: boolean;
  readonly permanentSlug: string | null;
  readonly context: number | null;
  readonly maxOutput: number | null;
  readonly input: EntryPrice;
  readonly output: EntryPrice;
  /** `YYYY-MM-DD`. */
  readonly addedOn: string | null;
  /** 1 = most used. */
  readonly popularity: number | null;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  readonly capabilities: readonly string[];
  readonly categories: readonly Category[];
  readonly hasOpenWeights: boolean;
  /** Other full names and permanent slugs by which it was once listed. */
  readonly formerly: readonly string[];
  /** `YYYY-MM-DD` at which it was retired; `null` while it is listed. */
  readonly retired: string | null;
  /** The id of a listed model to use instead of a retired one; `null` where none is known. */
  readonly replacement: string | null;
}
