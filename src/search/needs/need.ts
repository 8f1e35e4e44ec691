import type { Capability } from '../../catalog/capabilities.ts';
import type { Category } from '../../catalog/categories.ts';
import type { Modality } from '../../catalog/modalities.ts';
import type { FilterKey, Filters } from '../filters.ts';
import type { Order } from '../order-params.ts';
import { SEARCH_SORTS, type SearchSortKey } from '../orders.ts';
import type { PageKey } from './pages.ts';

/** The order of a list: a sort key in its own direction, or prices with the highest first. */
export type NeedSort = SearchSortKey | 'highest-input' | 'highest-output';

export function orderOf(sort: NeedSort): Order {
  if (sort === 'highest-input') return { sort: 'input', direction: 'desc' };
  if (sort === 'highest-output') return { sort: 'output', direction: 'desc' };
  return { sort, direction: SEARCH_SORTS[sort].direction };
}

/** A list of models with these filters and this order. */
export interface ListNeed {
  readonly kind: 'list';
  /** Include those of the category and of the output. */
  readonly filters: Filters;
  /** `null`: the list's default order, most used first. */
  readonly sort: NeedSort | null;
  /** The category whose page is the list; `null`: the list of all models. */
  readonly category: Category | null;
  /** The output whose page is the list. Only without other filters and without a sort order. */
  readonly output: Modality | null;
}

/** A search that is not for the name of a model. */
export type Need =
  | ListNeed
  | { readonly kind: 'page'; readonly page: PageKey }
  | { readonly kind: 'author'; readonly slug: string };

/** Filters with type-checked keys, and type-checked values for lists that are defined in code. */
export type KnownFilters = {
  readonly [Key in FilterKey]?: Key extends 'can'
    ? readonly Capability[]
    : Key extends 'in' | 'out'
      ? readonly Modality[]
      : Key extends 'category'
        ? readonly Category[]
        : readonly string[];
};

/** The meaning of one phrase. Several phrases add up. An empty meaning stands for the most used models. */
export interface Meaning {
  readonly filters?: KnownFilters;
  readonly sort?: NeedSort;
  readonly category?: Category;
  readonly output?: Modality;
  readonly page?: PageKey;
}
