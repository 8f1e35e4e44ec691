import { compareMatches, compareText, rankByWords } from './rank.ts';
import type { SearchEntry } from './entry.ts';
import { dollarsOf, hasFilters, passes, type Filters } from './filters.ts';
import type { Lexicon, PreparedEntry } from './lexicon.ts';
import type { Match } from './match.ts';
import { parseQuery, type Query } from './query.ts';
import { rowsOf, type Answer, type SearchResult } from './rows.ts';

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
  /** All that answers the words and operators, before the filters: what facets are counted on. Everything where there are none. */
  readonly unfiltered: readonly Answer[];
  /** Fewest words of the query that a listed answer lacks: 0 where some entry holds them all. */
  readonly missing: number;
  /** A retired entry that answers better than every listed one. */
  readonly retiredBest: SearchEntry | null;
}

/** `now` is the time of the data, ISO. A request without words, operators, filters and an order of its own has no results. */
export function search(lexicon: Lexicon, request: SearchRequest, now: string): SearchAnswer {
  const query = parseQuery(request.typed);
  const { filters, sort } = request;
  const holds = (prepared: PreparedEntry): boolean =>
    query.conditions.every((condition) => condition.holds(prepared));
  const matches =
    query.words.length === 0
      ? lexicon.entries.filter(holds).map(withoutWords).sort(compareMatches)
      : rankByWords(lexicon, query.words, holds);
  const unfiltered = withBases(matches);
  const isEmpty = query.words.length === 0 && query.conditions.length === 0 && !hasFilters(filters);
  const results = rowsOf(unfiltered, (entry) => passes(entry, filters, now));
  return {
    query,
    results: sort !== 'relevance' ? sortResults(results, sort) : isEmpty ? [] : results,
    unfiltered,
    missing: matches[0]?.missing ?? 0,
    retiredBest: retiredBest(matches),
  };
}

function retiredBest(matches: readonly Match[]): SearchEntry | null {
  const isRetired = ({ prepared }: Match): boolean => prepared.entry.retired !== null;
  const [listed] = matches;
  const retired = matches.find(isRetired);
  if (!listed || !retired || isRetired(listed)) return null;
  const isBetter = retired.missing < listed.missing || (retired.tier === 0 && listed.tier !== 0);
  return isBetter ? retired.prepared.entry : null;
}

/** Without words all answer alike, bases first, by popularity. */
function withoutWords(prepared: PreparedEntry): Match {
  return { prepared, tier: 1, missing: 0, leftOver: 0, breaks: 0, isAside: prepared.isDerivative };
}

function withBases(matches: readonly Match[]): Answer[] {
  const entries = new Map(matches.map(({ prepared: { entry } }) => [entry.id, entry]));
  return matches.map(({ prepared: { entry }, isAside }) => ({
    entry,
    base:
      isAside && entry.variant !== null
        ? (entries.get(entry.id.slice(0, entry.id.indexOf(':'))) ?? null)
        : null,
  }));
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
