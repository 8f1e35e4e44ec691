import { compareValues, sortText, type Direction, type SortValue } from './compare.ts';
import { newestModel, type ModelGroup, type RowCount } from './group.ts';
import type { Model } from './model.ts';

/** Orders of a list of authors. */

/** An author with listed models. */
export interface ListedAuthor {
  readonly slug: string;
  /** Unique among authors. */
  readonly label: string;
  readonly count: RowCount;
  /** `null`: none of its models has a popularity rank. */
  readonly mostUsed: Model | null;
  /** `null`: no model has a date. */
  readonly newest: Model | null;
}

interface AuthorOrder {
  /** The header of its column. */
  readonly header: string;
  /** After `Authors by`. */
  readonly label: string;
  /** After the number of authors: `most used first`. */
  readonly words: string;
  readonly direction: Direction;
  readonly value: (author: ListedAuthor) => SortValue;
}

/** The keys are parts of addresses, and each is a column. */
export const AUTHOR_ORDERS = {
  name: {
    header: 'Author',
    label: 'name',
    words: 'by name',
    direction: 'asc',
    value: ({ label }) => sortText(label),
  },
  use: {
    header: 'Most used model',
    label: 'most used model',
    words: 'the author of the most used model first',
    direction: 'asc',
    value: ({ mostUsed }) => mostUsed?.popularity ?? null,
  },
  models: {
    header: 'Models',
    label: 'number of models',
    words: 'most models first',
    direction: 'desc',
    value: ({ count }) => count.models,
  },
  newest: {
    header: 'Newest model',
    label: 'newest model',
    words: 'newest model first',
    direction: 'desc',
    value: ({ newest }) => newest?.addedAt ?? null,
  },
} as const satisfies Record<string, AuthorOrder>;

export type AuthorOrderKey = keyof typeof AUTHOR_ORDERS;

export const AUTHOR_ORDER_KEYS = Object.keys(AUTHOR_ORDERS) as readonly AuthorOrderKey[];

export const DEFAULT_AUTHOR_ORDER: AuthorOrderKey = 'use';

export function listedAuthor(
  slug: string,
  label: string,
  { groups, count }: { readonly groups: readonly ModelGroup[]; readonly count: RowCount },
): ListedAuthor {
  return { slug, label, count, mostUsed: mostUsedModel(groups), newest: newestModel(groups) };
}

/** A sorted copy. Authors that are level are in order of use, then of name. */
export function sortAuthors(authors: readonly ListedAuthor[], key: AuthorOrderKey): ListedAuthor[] {
  const { name, use } = AUTHOR_ORDERS;
  const orders: readonly AuthorOrder[] = [AUTHOR_ORDERS[key], use, name];
  return [...authors].sort((a, b) =>
    orders.reduce((found, { value, direction }) => found || compareValues(value(a), value(b), direction), 0),
  );
}

/** The base with the best popularity rank. An alias has that of its target. */
function mostUsedModel(groups: readonly ModelGroup[]): Model | null {
  return groups.reduce<Model | null>((best, { base }) => {
    if (base.isAlias || base.popularity === null) return best;
    return base.popularity < (best?.popularity ?? Infinity) ? base : best;
  }, null);
}
