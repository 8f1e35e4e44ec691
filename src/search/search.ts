import { baseIdOf } from '../catalog/id.ts';
import { compareInList } from '../catalog/compare.ts';
import { compareMatches, placeOf, rankByWords, wholeMatch } from './match/rank.ts';
import { NOT_NAMED } from './match/exact.ts';
import { hasFilters, matcher, NO_FILTERS } from './filters.ts';
import { namedBy, type Lexicon, type PreparedEntry } from './match/lexicon.ts';
import type { Match } from './match/match.ts';
import { compareBy } from './orders.ts';
import type { Order } from './order-params.ts';
import type { ListRequest } from './params.ts';
import { parseQuery, type Query } from './query.ts';
import { rowsOf, type Answer, type SearchResult } from './rows.ts';

/** The search text, filters and order of a search. */
export type SearchRequest = Pick<ListRequest, 'typed' | 'filters' | 'order'>;

export const NO_REQUEST: ListRequest = { typed: '', filters: NO_FILTERS, order: null, columns: [] };

/** Whether the request has no text, filters or order. */
export function isEmptyRequest({ typed, filters, order }: SearchRequest): boolean {
  return typed.trim() === '' && !hasFilters(filters) && order === null;
}

export interface SearchAnswer {
  readonly query: Query;
  readonly results: readonly SearchResult[];
  /**
   * All entries that match the words and operators, before filters; facets are counted on them. All entries
   * if there are none.
   */
  readonly unfiltered: readonly Answer[];
  /** The fewest query words missing from a listed answer: 0 where one has them all. */
  readonly missing: number;
}

/**
 * Maximum number of retired models before the first listed one when only they match all words. Named models
 * do not count.
 */
const MAX_RETIRED_AHEAD = 5;

/**
 * A request without words, operators and filters has no results by relevance; with an order it returns all
 * models.
 */
export function search(lexicon: Lexicon, request: SearchRequest): SearchAnswer {
  const query = parseQuery(request.typed);
  const { filters, order } = request;
  const { named, matches } = matchesOf(lexicon, request.typed, query);
  const unfiltered = withBases(matches);
  const isEmpty =
    query.words.length === 0 && query.conditions.length === 0 && named.size === 0 && !hasFilters(filters);
  const results = rowsOf(unfiltered, matcher(filters));
  const byRelevance = isEmpty ? [] : query.asksForRetired ? results : listedSoon(results, named);
  return {
    query,
    results: order === null ? byRelevance : sortResults(results, order),
    unfiltered,
    missing: (matches.find(({ prepared }) => prepared.entry.retired === null) ?? matches[0])?.missing ?? 0,
  };
}

/**
 * The matches of a query, best first, and the entries named exactly. Text that looks like an operator may
 * also be a model name.
 */
function matchesOf(
  lexicon: Lexicon,
  typed: string,
  { words, conditions }: Query,
): { named: ReadonlyMap<PreparedEntry, number>; matches: readonly Match[] } {
  const whole = namedBy(lexicon, typed);
  const holds = (prepared: PreparedEntry): boolean =>
    whole.has(prepared) || conditions.every((condition) => condition.holds(prepared));
  if (words.length === 0 && (conditions.length > 0 || whole.size === 0)) {
    const matches = lexicon.entries
      .filter(holds)
      .map((prepared) => ({ ...wholeMatch(prepared), exact: whole.get(prepared) ?? NOT_NAMED }));
    return { named: whole, matches: matches.sort(compareMatches) };
  }
  const isOnlyWords = whole.size > 0 || conditions.length === 0;
  const named = isOnlyWords ? whole : namedBy(lexicon, words.map(({ text }) => text).join(' '));
  return { named, matches: rankByWords(lexicon, words, holds, named) };
}

/** The results with a limited number of retired models before the first listed one. */
function listedSoon(
  results: readonly SearchResult[],
  named: ReadonlyMap<PreparedEntry, number>,
): readonly SearchResult[] {
  const isListed = ({ entry }: SearchResult): boolean => entry.retired === null;
  const ahead = results.findIndex(isListed);
  const isNamed = new Set([...named.keys()].map(({ entry }) => entry));
  const notNamed = results.findIndex(({ entry }) => !isNamed.has(entry));
  const kept = notNamed + MAX_RETIRED_AHEAD;
  if (notNamed < 0 || ahead <= kept) return results;
  const rest = results.slice(ahead);
  return [
    ...results.slice(0, kept),
    ...rest.filter(isListed),
    ...results.slice(kept, ahead),
    ...rest.filter((result) => !isListed(result)),
  ];
}

function withBases(matches: readonly Match[]): Answer[] {
  const byId = new Map(matches.map((match) => [match.prepared.entry.id, match]));
  return matches.map(({ prepared: { entry }, isUnrequested, exact }) => {
    const base = isUnrequested && entry.variant !== null ? byId.get(baseIdOf(entry.id)) : undefined;
    return { entry, base: base && base.exact <= exact ? base.prepared.entry : null };
  });
}

/** The results in an order, listed models first. Ties are as in lists: most used first. */
export function sortResults(results: readonly SearchResult[], order: Order): SearchResult[] {
  const compare = compareBy(order);
  return [...results].sort(
    (a, b) =>
      Number(a.entry.retired !== null) - Number(b.entry.retired !== null) ||
      compare(a.entry, b.entry) ||
      compareInList(placeOf(a.entry), placeOf(b.entry)),
  );
}
