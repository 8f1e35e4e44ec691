import type { Filterable } from './filterable.ts';

/** What search knows of one model: enough to rank it, filter it and draw its result. */
export interface SearchEntry extends Filterable {
  /** Without the author's prefix. */
  readonly name: string;
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
  /** 1 = most used. */
  readonly popularity: number | null;
  /** Other full names and permanent slugs by which it was once listed. */
  readonly formerly: readonly string[];
  /** `YYYY-MM-DD` at which it was retired; `null` while it is listed. */
  readonly retired: string | null;
  /** The id of a listed model to use instead of a retired one; `null` where none is known. */
  readonly replacement: string | null;
}
