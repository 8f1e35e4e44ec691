import type { SearchEntry } from './entry.ts';
import {
  ADDED_CLASSES,
  CONTEXT_CLASSES,
  NO_FILTERS,
  passes,
  PRICE_CLASSES,
  type AddedClass,
  type ContextClass,
  type Filters,
  type PriceClass,
} from './filters.ts';
import { countRows, type Answer } from './rows.ts';
import type { SearchAnswer } from './search.ts';

export type Facet = keyof Filters;

/** One thing to narrow by, with how many rows of results would be left. */
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

/** What facets count: listed models, unless the query asks for retired ones or only they answer it. */
export function countedAnswers({ query, unfiltered }: Pick<SearchAnswer, 'query' | 'unfiltered'>): {
  readonly counted: readonly Answer[];
  readonly isOfRetired: boolean;
} {
  const listed = unfiltered.filter(({ entry }) => entry.retired === null);
  const isOfRetired = query.asksForRetired || listed.length === 0;
  return { counted: isOfRetired ? unfiltered : listed, isOfRetired };
}

/**
 * Counts the rows that each value would leave of `answers`, the other filters as they are. Values of lists come most frequent first,
 * chosen ones in any case; classes in their own order.
 */
export function countFacets(answers: readonly Answer[], filters: Filters, now: string): Facets {
  const list = (facet: ListFacet): FacetValue[] => {
    const others = ALTERNATIVES.includes(facet) ? without(filters, facet) : filters;
    const left = new Set(answers.filter(({ entry }) => passes(entry, others, now)).map(({ entry }) => entry));
    const valuesOf = VALUES_OF[facet];
    const counts = new Map(filters[facet].map((value) => [value, 0]));
    for (const { entry, base } of answers) {
      if (!left.has(entry)) continue;
      const foldsFor = base && left.has(base) ? valuesOf(base) : [];
      for (const value of valuesOf(entry)) {
        if (!foldsFor.includes(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ value, count, isChosen: filters[facet].includes(value) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const count = (changed: Filters): number => countRows(answers, (entry) => passes(entry, changed, now));
  const classes = (facet: keyof typeof CLASSES): FacetValue[] =>
    CLASSES[facet].map((value) => ({
      value,
      count: count({ ...filters, [facet]: value }),
      isChosen: filters[facet] === value,
    }));
  return {
    authors: list('authors'),
    takes: list('takes'),
    gives: list('gives'),
    can: list('can'),
    categories: list('categories'),
    price: classes('price'),
    context: classes('context'),
    added: classes('added'),
    open: [{ value: 'open', count: count({ ...filters, open: true }), isChosen: filters.open }],
  };
}

/** The filters with one facet emptied. */
function without(filters: Filters, facet: Facet): Filters {
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

/** A way to loosen a search that finds nothing. */
export interface Loosening {
  /** The facet to empty; `null`: all of them. */
  readonly facet: Facet | null;
  readonly filters: Filters;
  /** Rows that are left then. */
  readonly count: number;
}

/** Each chosen facet without which something is left, most first; then, where several are chosen, all of them. */
export function loosenings(answers: readonly Answer[], filters: Filters, now: string): Loosening[] {
  const loosened = (facet: Facet | null, looser: Filters): Loosening => ({
    facet,
    filters: looser,
    count: countRows(answers, (entry) => passes(entry, looser, now)),
  });
  const chosen = (Object.keys(filters) as Facet[]).filter((facet) => {
    const value = filters[facet];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  const one = chosen.map((facet) => loosened(facet, without(filters, facet)));
  return [
    ...one.sort((a, b) => b.count - a.count),
    ...(chosen.length > 1 ? [loosened(null, NO_FILTERS)] : []),
  ].filter(({ count }) => count > 0);
}
