import type { SearchEntry } from './entry.ts';
import {
  ADDED_CLASSES,
  CONTEXT_CLASSES,
  passes,
  PRICE_CLASSES,
  type AddedClass,
  type ContextClass,
  type Filters,
  type PriceClass,
} from './filters.ts';

export type Facet = keyof Filters;

/** One thing to narrow by, with how many models would be left. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export type Facets = Readonly<Record<Facet, readonly FacetValue[]>>;

type ListFacet = 'authors' | 'takes' | 'gives' | 'can' | 'categories';

const VALUES_OF: Readonly<Record<ListFacet, (entry: SearchEntry) => readonly string[]>> = {
  authors: (entry) => [entry.author],
  takes: (entry) => entry.inputModalities,
  gives: (entry) => entry.outputModalities,
  can: (entry) => entry.capabilities,
  categories: (entry) => entry.categories,
};

const CLASSES = {
  price: Object.keys(PRICE_CLASSES) as PriceClass[],
  context: Object.keys(CONTEXT_CLASSES) as ContextClass[],
  added: Object.keys(ADDED_CLASSES) as AddedClass[],
};

/** Facets whose values stand for each other rather than add up. */
const ALTERNATIVES: readonly Facet[] = ['authors', 'categories', 'price', 'context', 'added', 'open'];

/**
 * Counts what each value would leave of `entries`, the other filters as they are. Values of lists come most frequent first, chosen ones
 * in any case; classes in their own order.
 */
export function countFacets(entries: readonly SearchEntry[], filters: Filters, now: string): Facets {
  const left = (facet: Facet): readonly SearchEntry[] => {
    const others = ALTERNATIVES.includes(facet) ? without(filters, facet) : filters;
    return entries.filter((entry) => passes(entry, others, now));
  };
  const list = (facet: ListFacet): FacetValue[] => {
    const counts = new Map(filters[facet].map((value) => [value, 0]));
    for (const entry of left(facet)) {
      for (const value of VALUES_OF[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count, isChosen: filters[facet].includes(value) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const classes = (facet: keyof typeof CLASSES): FacetValue[] => {
    const rest = left(facet);
    return CLASSES[facet].map((value) => ({
      value,
      count: rest.filter((entry) => passes(entry, { ...filters, [facet]: value }, now)).length,
      isChosen: filters[facet] === value,
    }));
  };
  return {
    authors: list('authors'),
    takes: list('takes'),
    gives: list('gives'),
    can: list('can'),
    categories: list('categories'),
    price: classes('price'),
    context: classes('context'),
    added: classes('added'),
    open: [
      {
        value: 'open',
        count: left('open').filter((entry) => entry.hasOpenWeights).length,
        isChosen: filters.open,
      },
    ],
  };
}

/** The filters with one facet emptied. */
export function without(filters: Filters, facet: Facet): Filters {
  const value = filters[facet];
  return { ...filters, [facet]: Array.isArray(value) ? [] : facet === 'open' ? false : null };
}

/** The filters with one value chosen, or no longer chosen. Of classes one can be chosen at a time. */
export function toggle(filters: Filters, facet: Facet, value: string): Filters {
  if (facet === 'open') return { ...filters, open: !filters.open };
  const chosen = filters[facet];
  if (chosen === null || typeof chosen === 'string') {
    return { ...filters, [facet]: chosen === value ? null : value };
  }
  const rest = chosen.filter((other) => other !== value);
  return { ...filters, [facet]: rest.length < chosen.length ? rest : [...chosen, value] };
}

/** Each chosen facet with what would be left without it, most first: how to loosen a search that finds nothing. */
export function loosenings(
  entries: readonly SearchEntry[],
  filters: Filters,
  now: string,
): { readonly facet: Facet; readonly count: number }[] {
  return (Object.keys(filters) as Facet[])
    .filter((facet) => {
      const value = filters[facet];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    })
    .map((facet) => ({
      facet,
      count: entries.filter((entry) => passes(entry, without(filters, facet), now)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
