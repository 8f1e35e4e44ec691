import { daysBefore, RECENT_DAYS } from './filter-dates.ts';
import type { ListFilter } from './filter-kinds.ts';
import {
  FILTERS,
  isList,
  keysIn,
  matcher,
  NO_FILTERS,
  valuesIn,
  withValues,
  type FilterKey,
  type Filters,
} from './filters.ts';
import { countRows, type Answer } from './rows.ts';
import type { SearchAnswer } from './search.ts';

/** One value of a facet, with the number of result rows that would remain. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** The offered values of filters that accept any value; `today` is the day of the data. */
const STEPS = {
  price: () => ['free', 'paid'],
  input_max: () => ['0.5', '2', '5'],
  context_min: () => ['32000', '128000', '200000', '1000000'],
  added_after: (today) => RECENT_DAYS.map((days) => daysBefore(today, days)),
  open: () => ['1'],
} as const satisfies Partial<Record<FilterKey, (today: string) => readonly string[]>>;

/** The filters on the search page, in order. */
export const FACETS = [
  'price',
  'input_max',
  'context_min',
  'can',
  'in',
  'out',
  'author',
  'category',
  'added_after',
  'open',
] as const satisfies readonly FilterKey[];

export type Facet = (typeof FACETS)[number];
export type Facets = Readonly<Record<Facet, readonly FacetValue[]>>;

/**
 * The answers counted in facets: listed models, unless the query asks for retired ones or only those match.
 */
export function countedAnswers({ query, unfiltered }: Pick<SearchAnswer, 'query' | 'unfiltered'>): {
  readonly counted: readonly Answer[];
  readonly isOfRetired: boolean;
} {
  const listed = unfiltered.filter(({ entry }) => entry.retired === null);
  const isOfRetired = query.asksForRetired || listed.length === 0;
  return { counted: isOfRetired ? unfiltered : listed, isOfRetired };
}

/**
 * Counts the rows of `answers` that would remain with each value, with the other filters unchanged. Values of
 * lists are sorted by count and always include the chosen ones; steps keep their own order. `today` is the
 * day of the data.
 */
export function countFacets(answers: readonly Answer[], filters: Filters, today: string): Facets {
  const count = (facet: Facet): readonly FacetValue[] => {
    const filter = FILTERS[facet];
    if ('valuesOf' in filter) return countValues(answers, filters, facet, filter);
    const chosen = valuesIn(filters, facet);
    const steps = facet in STEPS ? STEPS[facet as keyof typeof STEPS](today) : [];
    return [...new Set([...steps, ...chosen])].map((value) => ({
      value,
      count: countRows(answers, matcher(withValues(filters, facet, [value]))),
      isChosen: chosen.includes(value),
    }));
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])) as unknown as Facets;
}

function countValues(
  answers: readonly Answer[],
  filters: Filters,
  facet: Facet,
  { kind, valuesOf }: ListFilter,
): FacetValue[] {
  const chosen = valuesIn(filters, facet);
  // In an `any` filter, values are alternatives, so each is counted without the others.
  const isLeft = matcher(kind === 'any' ? without(filters, facet) : filters);
  const left = new Set(answers.map(({ entry }) => entry).filter(isLeft));
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const { entry, base } of answers) {
    if (!left.has(entry)) continue;
    const foldsFor = base && left.has(base) ? valuesOf(base) : [];
    for (const value of valuesOf(entry)) {
      if (!foldsFor.includes(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, isChosen: chosen.includes(value) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The filters without one of them. */
function without(filters: Filters, key: FilterKey): Filters {
  return withValues(filters, key, []);
}

/** Toggles one value of a filter. Only lists can have several values. */
export function toggle(filters: Filters, key: FilterKey, value: string): Filters {
  const chosen = valuesIn(filters, key);
  const rest = isList(key) ? chosen.filter((other) => other !== value) : [];
  return withValues(filters, key, chosen.includes(value) ? rest : [...rest, value]);
}

/** A filter change that gives results for an empty search. */
export interface Loosening {
  /** The filter to clear; `null`: all of them. */
  readonly key: FilterKey | null;
  readonly filters: Filters;
  /** Rows that would remain. */
  readonly count: number;
}

/**
 * Each filter whose removal gives results, most results first; then all of them together, if several are set.
 */
export function loosenings(answers: readonly Answer[], filters: Filters): Loosening[] {
  const loosened = (key: FilterKey | null, looser: Filters): Loosening => ({
    key,
    filters: looser,
    count: countRows(answers, matcher(looser)),
  });
  const set = keysIn(filters);
  const one = set.map((key) => loosened(key, without(filters, key)));
  return [
    ...one.sort((a, b) => b.count - a.count),
    ...(set.length > 1 ? [loosened(null, NO_FILTERS)] : []),
  ].filter(({ count }) => count > 0);
}
