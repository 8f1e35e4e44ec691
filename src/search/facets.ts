import type { Filter, ListFilter } from './filter-kinds.ts';
import type { Filterable } from './filterable.ts';
import { FILTER_GROUPS, STEPS } from './filter-groups.ts';
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

/** The filters of the search page, in order. */
export const FACETS: readonly FilterKey[] = FILTER_GROUPS.flatMap(({ keys }) => keys);

export type Facets = ReadonlyMap<FilterKey, readonly FacetValue[]>;

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
 * Counts the rows of `answers` that would remain with each value of `facets`, with the other filters
 * unchanged. Values of lists are sorted by count and always include the chosen ones; steps keep their own
 * order. `today` is the day of the data.
 */
export function countFacets<Entry extends Filterable>(
  answers: readonly Answer<Entry>[],
  filters: Filters,
  today: string,
  facets: readonly FilterKey[] = FACETS,
): Facets {
  const passingAllBut = partialFilter(answers, filters);
  return new Map(
    facets.map((facet) => {
      const filter: Filter | ListFilter = FILTERS[facet];
      const chosen = valuesIn(filters, facet);
      if ('valuesOf' in filter) {
        // In an `any` filter, values are alternatives, so each is counted without the others.
        const left = passingAllBut(filter.kind === 'any' ? facet : null);
        return [facet, countValues(left, filter, chosen)] as const;
      }
      const left = passingAllBut(facet);
      const steps = STEPS[facet]?.(today) ?? [];
      const values = [...new Set([...steps, ...chosen])].map((value) => ({
        value,
        count: countRows(left, filter.test(filter.kind === 'none' ? [...chosen, value] : [value])),
        isChosen: chosen.includes(value),
      }));
      return [facet, values] as const;
    }),
  );
}

/**
 * Tests every answer against every filter once. Returns a function for the answers that pass all filters
 * except one (`null`: all filters). A variant whose base does not pass has its own row.
 */
function partialFilter<Entry extends Filterable>(
  answers: readonly Answer<Entry>[],
  filters: Filters,
): (but: FilterKey | null) => Answer<Entry>[] {
  const keys = keysIn(filters);
  const tests = keys.map((key) => FILTERS[key].test(valuesIn(filters, key)));
  // One bit for each filter that an entry fails.
  const failed = new Map<Entry, number>();
  for (const { entry } of answers) {
    let bits = 0;
    for (let place = 0; place < tests.length; place++) if (!tests[place]?.(entry)) bits |= 1 << place;
    failed.set(entry, bits);
  }
  const all = new Map<number, Answer<Entry>[]>();
  return (but) => {
    const place = but === null ? -1 : keys.indexOf(but);
    const ignored = place < 0 ? 0 : 1 << place;
    const known = all.get(ignored);
    if (known) return known;
    const passes = (entry: Entry): boolean => ((failed.get(entry) ?? 0) & ~ignored) === 0;
    const left = answers
      .filter(({ entry }) => passes(entry))
      .map((answer) => (answer.base && !passes(answer.base) ? { ...answer, base: null } : answer));
    all.set(ignored, left);
    return left;
  };
}

function countValues<Entry extends Filterable>(
  left: readonly Answer<Entry>[],
  { valuesOf }: ListFilter,
  chosen: readonly string[],
): FacetValue[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const { entry, base } of left) {
    const foldsFor = base ? valuesOf(base) : [];
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
export function loosenings<Entry extends Filterable>(
  answers: readonly Answer<Entry>[],
  filters: Filters,
): Loosening[] {
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
