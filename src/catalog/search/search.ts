import { compareMatches, compareText, rankByWords } from './rank.ts';
import type { SearchEntry } from './entry.ts';
import { dollarsOf, hasFilters, passes, type Filters } from './filters.ts';
import type { Lexicon, PreparedEntry } from './lexicon.ts';
import type { Match } from './match.ts';
import { parseQuery, type Query } from './query.ts';

/** What a reader asked for: all of it stands in the address of `/search/`. */
export interface SearchRequest {
  readonly typed: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
}

export const SORT_ORDERS = {
  relevance: 'Relevance',
  popularity: 'Popularity',
  'price-low': 'Price, lowest first',
  'price-high': 'Price, highest first',
  context: 'Context, longest first',
  newest: 'Newest',
} as const;

export type SortOrder = keyof typeof SORT_ORDERS;

export interface SearchAnswer {
  readonly query: Query;
  readonly results: readonly SearchResult[];
  /** Every entry that answers the words and operators, before the filters: what facets are counted on. */
  readonly unfiltered: readonly SearchEntry[];
  /** Fewest words of the query that an answer lacks: 0 where some entry holds them all. */
  readonly missing: number;
}

export interface SearchResult {
  readonly entry: SearchEntry;
  /** Variants that answer too and fold into this row, because the query does not name them. */
  readonly variants: readonly SearchEntry[];
}

/** `now` is the time of the data, ISO. A request without words, operators and filters answers nothing. */
export function search(lexicon: Lexicon, request: SearchRequest, now: string): SearchAnswer {
  const query = parseQuery(request.typed);
  const { filters, sort } = request;
  if (query.words.length === 0 && query.conditions.length === 0 && !hasFilters(filters)) {
    return { query, results: [], unfiltered: [], missing: 0 };
  }
  const holds = (prepared: PreparedEntry): boolean =>
    query.conditions.every((condition) => condition.holds(prepared));
  const matches =
    query.words.length === 0
      ? lexicon.entries.filter(holds).map(withoutWords).sort(compareMatches)
      : rankByWords(lexicon, query.words, holds);
  const kept = matches.filter(({ prepared }) => passes(prepared.entry, filters, now));
  const results = foldVariants(kept);
  return {
    query,
    results: sort === 'relevance' ? results : sortResults(results, sort),
    unfiltered: matches.map(({ prepared }) => prepared.entry),
    missing: matches[0]?.missing ?? 0,
  };
}

/** Without words all answer alike, bases first, by popularity. */
function withoutWords(prepared: PreparedEntry): Match {
  return { prepared, tier: 1, missing: 0, leftOver: 0, breaks: 0, isAside: prepared.isDerivative };
}

/** A variant that the query does not name folds into its base's row, where that answers too. */
function foldVariants(matches: readonly Match[]): SearchResult[] {
  const rows = new Map<string, SearchResult & { variants: SearchEntry[] }>();
  const aside: Match[] = [];
  for (const match of matches) {
    const { entry } = match.prepared;
    if (match.isAside && entry.variant !== null) aside.push(match);
    rows.set(entry.id, { entry, variants: [] });
  }
  for (const { prepared } of aside) {
    const base = rows.get(prepared.entry.id.slice(0, prepared.entry.id.indexOf(':')));
    if (base === undefined) continue;
    base.variants.push(prepared.entry);
    rows.delete(prepared.entry.id);
  }
  return [...rows.values()];
}

function sortResults(
  results: readonly SearchResult[],
  sort: Exclude<SortOrder, 'relevance'>,
): SearchResult[] {
  return [...results].sort(
    (a, b) =>
      Number(a.entry.retired !== null) - Number(b.entry.retired !== null) ||
      compareBy(sort, a.entry, b.entry) ||
      compareText(a.entry.id, b.entry.id),
  );
}

function compareBy(sort: Exclude<SortOrder, 'relevance'>, a: SearchEntry, b: SearchEntry): number {
  switch (sort) {
    case 'popularity':
      return compareNumbers(a.popularity, b.popularity, 1);
    case 'price-low':
      return compareNumbers(dollarsOf(a.input), dollarsOf(b.input), 1);
    case 'price-high':
      return compareNumbers(dollarsOf(a.input), dollarsOf(b.input), -1);
    case 'context':
      return compareNumbers(a.context, b.context, -1);
    case 'newest':
      return compareText(b.addedOn ?? '', a.addedOn ?? '');
  }
}

/** What has no number comes last both ways. */
function compareNumbers(a: number | null, b: number | null, direction: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (a - b) * direction;
}
