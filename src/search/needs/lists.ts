import { baseIdOf } from '../../catalog/id.ts';
import type { SearchEntry } from '../entry.ts';
import { matcher, NO_FILTERS } from '../filters.ts';
import type { Lexicon } from '../match/lexicon.ts';
import type { Query } from '../query.ts';
import { rowsOf, type SearchResult } from '../rows.ts';
import { search, sortResults, type SearchAnswer, type SearchRequest } from '../search.ts';
import { orderOf, type ListNeed } from './need.ts';

/** The listed models of a need. */

/**
 * The number of rows on the need's page. A row folds under its base if the base passes, except on the page of
 * a category.
 */
export function countListRows({ entries }: Lexicon, { filters, category }: ListNeed): number {
  const passes = matcher(filters);
  const listed = listedById(entries);
  const passing = [...listed.values()].filter(passes);
  return category === null
    ? passing.filter((entry) => !isFolded(entry, listed, passes)).length
    : passing.length;
}

function listedById(entries: Lexicon['entries']): ReadonlyMap<string, SearchEntry> {
  const listed = entries.map(({ entry }) => entry).filter(({ retired }) => retired === null);
  return new Map(listed.map((entry) => [entry.id, entry]));
}

function isFolded(
  entry: SearchEntry,
  listed: ReadonlyMap<string, SearchEntry>,
  passes: (entry: SearchEntry) => boolean,
): boolean {
  const base = baseOf(entry, listed);
  return base !== entry && passes(base);
}

/** The entry whose row an entry folds under, or the entry itself. The same as `groupBaseOf` of lists. */
function baseOf(entry: SearchEntry, byId: ReadonlyMap<string, SearchEntry>): SearchEntry {
  if (!entry.isAlias) return entry.variant === null ? entry : (byId.get(baseIdOf(entry.id)) ?? entry);
  const target = byId.get(entry.aliasTarget ?? '');
  return target && !target.isAlias ? baseOf(target, byId) : entry;
}

/**
 * The models found by name, then those of the list in its order, as an answer to `query`. Leaves out the
 * list's models until all names are loaded.
 */
export function listAnswer(
  lexicon: Lexicon,
  need: ListNeed,
  { filters, order }: SearchRequest,
  query: Query,
  byName: readonly SearchResult[],
  isComplete: boolean,
): SearchAnswer {
  const passes = matcher(need.filters);
  const listed = listedById(lexicon.entries);
  // A folded variant is named in the row of its base. An alias has no name there.
  const isIn = (entry: SearchEntry): boolean =>
    entry.retired === null &&
    passes(entry) &&
    !(need.category === null && entry.isAlias && isFolded(entry, listed, passes));
  const own = search(lexicon, { typed: '', filters: NO_FILTERS, order: null })
    .unfiltered.filter(({ entry }) => isIn(entry))
    // The page of a category folds nothing.
    .map(({ entry, base }) => ({
      entry,
      base: base && need.category === null && isIn(base) ? base : null,
    }));
  const known = new Set(byName.map(({ entry }) => entry));
  const rows = isComplete ? rowsOf(own, matcher(filters)) : [];
  const inOrder = sortResults(rows, order ?? orderOf(need.sort ?? 'popularity'));
  return {
    query,
    missing: 0,
    unfiltered: [...own, ...byName.flatMap(({ entry }) => (isIn(entry) ? [] : [{ entry, base: null }]))],
    results: [...byName, ...inOrder.filter(({ entry }) => !known.has(entry))],
  };
}

/** The results with the listed models of some authors first, most used first. */
export function modelsByUse(
  results: readonly SearchResult[],
  authors: readonly string[],
): readonly SearchResult[] {
  const isOwn = ({ entry }: SearchResult): boolean =>
    entry.retired === null && authors.includes(entry.author);
  return [
    ...sortResults(results.filter(isOwn), orderOf('popularity')),
    ...results.filter((result) => !isOwn(result)),
  ];
}
