import { compareValues, sortText, usdText, type Direction, type SortValue } from '../catalog/compare.ts';
import type { SortKey } from '../catalog/sort.ts';
import type { SearchEntry } from './entry.ts';
import { usdOf, type FilterPrice } from './filterable.ts';
import type { Order } from './order-params.ts';
import type { ListTerms } from './params.ts';

/** A sort order of search results. */

interface SearchSort {
  readonly label: string;
  readonly direction: Direction;
  readonly value: (entry: SearchEntry) => SortValue;
}

/** The sort keys of search results: the keys of lists whose values are in the search index. */
export const SEARCH_SORTS = {
  popularity: { label: 'Popularity', direction: 'asc', value: ({ popularity }) => popularity },
  name: { label: 'Name', direction: 'asc', value: ({ name }) => sortText(name) },
  input: { label: 'Input price', direction: 'asc', value: ({ input }) => priceValue(input) },
  output: { label: 'Output price', direction: 'asc', value: ({ output }) => priceValue(output) },
  context: { label: 'Context', direction: 'desc', value: ({ context }) => context },
  'max-output': { label: 'Max output', direction: 'desc', value: ({ maxOutput }) => maxOutput },
  newest: { label: 'Date added', direction: 'desc', value: ({ addedOn }) => addedOn },
} as const satisfies Partial<Record<SortKey, SearchSort>>;

export type SearchSortKey = keyof typeof SEARCH_SORTS;

/** The offered orders, with their labels in the select. */
export const SEARCH_ORDERS = {
  relevance: { label: 'Relevance', order: null },
  popularity: { label: 'Popularity', order: { sort: 'popularity', direction: 'asc' } },
  'price-low': { label: 'Price, lowest first', order: { sort: 'input', direction: 'asc' } },
  'price-high': { label: 'Price, highest first', order: { sort: 'input', direction: 'desc' } },
  context: { label: 'Context, longest first', order: { sort: 'context', direction: 'desc' } },
  newest: { label: 'Newest', order: { sort: 'newest', direction: 'desc' } },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly order: Order | null }>>;

/** The sort keys and columns that a search URL may contain. */
export const SEARCH_TERMS: ListTerms = {
  sorts: Object.fromEntries(
    Object.entries(SEARCH_SORTS).map(([key, { direction }]) => [key, direction] as const),
  ),
  ownOrder: null,
  columns: [],
};

/** Compares two entries; missing values sort last in both directions. */
export function compareBy({ sort, direction }: Order): (a: SearchEntry, b: SearchEntry) => number {
  const { value }: SearchSort = SEARCH_SORTS[sort as SearchSortKey];
  return (a, b) => compareValues(value(a), value(b), direction);
}

function priceValue(price: FilterPrice): SortValue {
  const usd = usdOf(price);
  return usd && usdText(usd);
}
