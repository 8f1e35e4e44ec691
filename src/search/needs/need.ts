import type { Capability } from '../../catalog/capabilities.ts';
import type { Category } from '../../catalog/categories.ts';
import type { Modality } from '../../catalog/modalities.ts';
import type { FilterKey, Filters } from '../filters.ts';
import type { SearchSortKey } from '../orders.ts';
import type { PageKey } from './pages.ts';

/** A list of models with these filters and this order. */
export interface ListNeed {
  readonly kind: 'list';
  /** Include those of the category and of the output. */
  readonly filters: Filters;
  /** `null`: the list's default order, most used first. */
  readonly sort: SearchSortKey | null;
  /** The category whose page is the list; `null`: the list of all models. */
  readonly category: Category | null;
  /** The output whose page is the list. Only without other filters and without a sort order. */
  readonly output: Modality | null;
}

/** What a search asks for, if it is not the name of a model. */
export type Need =
  | ListNeed
  | { readonly kind: 'page'; readonly page: PageKey }
  | { readonly kind: 'author'; readonly slug: string };

/** Filters whose keys, and whose values where these are a list in code, are checked by types. */
export type KnownFilters = {
  readonly [Key in FilterKey]?: Key extends 'can'
    ? readonly Capability[]
    : Key extends 'in' | 'out'
      ? readonly Modality[]
      : Key extends 'category'
        ? readonly Category[]
        : readonly string[];
};

/** What one phrase asks for. Several phrases add up. An empty meaning asks for the most used models. */
export interface Meaning {
  readonly filters?: KnownFilters;
  readonly sort?: SearchSortKey;
  readonly category?: Category;
  readonly output?: Modality;
  readonly page?: PageKey;
}
