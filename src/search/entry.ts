import type { Filterable } from './filterable.ts';

/** The search data of one model: enough to rank, filter and display it. */
export interface SearchEntry extends Filterable {
  /** Without the author's prefix. */
  readonly name: string;
  /** The author's names, display name first. The others are prefixes of some of its models. */
  readonly authorNames: readonly string[];
  /** The author name that the full name begins with (`OpenAI: GPT-4o`); `null` without a prefix. */
  readonly prefix: string | null;
  readonly slug: string;
  readonly variant: string | null;
  readonly isAlias: boolean;
  /** The id that an alias stands for; `null` for other entries and where it is not known. */
  readonly aliasTarget: string | null;
  /** A variant whose base is listed too. A variant without one is its own group. */
  readonly hasListedBase: boolean;
  readonly permanentSlug: string | null;
  /** 1 = most used. */
  readonly popularity: number | null;
  /** Former full names and permanent slugs. */
  readonly formerly: readonly string[];
  /** The id of a listed replacement for a retired model; `null` if none is known. */
  readonly replacement: string | null;
}
