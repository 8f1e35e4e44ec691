import { hasFilters } from '../filters.ts';
import type { Lexicon } from '../match/lexicon.ts';
import { parseQuery } from '../query.ts';
import type { SearchResult } from '../rows.ts';
import { search, type SearchAnswer, type SearchRequest } from '../search.ts';
import { countListRows, listAnswer, modelsByUse } from './lists.ts';
import { namesIn, resultsNamed } from './names.ts';
import type { Need } from './need.ts';
import { readNeeds, type AuthorsByName } from './read-needs.ts';

/** A need, offered as one row of results. */
export interface Lead {
  readonly need: Need;
  /** The number of rows of its list; `null` for other needs, and until all names are loaded. */
  readonly count: number | null;
}

export interface NeedAnswer {
  readonly answer: SearchAnswer;
  readonly leads: readonly Lead[];
  /** The number of results before the leads: models of that name. */
  readonly ahead: number;
}

/**
 * Answers a request with models and with leads to the lists, pages and authors that its text asks for. Leads
 * come first, except after a listed model of that name. After them come models with the typed word in their
 * names (if it is one word), then the models of the list. `isComplete`: whether the lexicon has all names.
 */
export function answerWithNeeds(
  lexicon: Lexicon,
  authors: AuthorsByName,
  request: SearchRequest,
  isComplete: boolean,
): NeedAnswer {
  const query = parseQuery(request.typed);
  const needs = query.conditions.length > 0 ? [] : mostUsedFirst(readNeeds(request.typed, authors), lexicon);
  const [first] = needs;
  if (first === undefined) return { answer: search(lexicon, request), leads: [], ahead: 0 };
  // A list has only the filters that are typed, so it is not offered beside others.
  const isOnlyText = !hasFilters(request.filters) && request.order === null;
  const leads = (isOnlyText ? needs : []).map((need) => ({
    need,
    count: need.kind === 'list' && isComplete ? countListRows(lexicon, need) : null,
  }));
  const names = namesIn(lexicon, query, request.typed);
  // Words that are in no name would be read more and more loosely.
  const isName = names.meant.size + names.others.size > 0;
  const byWords =
    isName || first.kind === 'author' || query.asksForRetired
      ? search(lexicon, request)
      : { query, missing: 0, unfiltered: [], results: [] };
  const { before, after } = resultsNamed(byWords.results, names);
  const given = { lexicon, request, byWords, isComplete };
  return {
    answer:
      first.kind === 'author'
        ? answerOfAuthors(needs, before, given)
        : answerOf(first, [...before, ...after], given),
    leads,
    ahead: before.length,
  };
}

/** Several needs are authors of one name, or meanings of one phrase in their own order. */
function mostUsedFirst(needs: readonly Need[], lexicon: Lexicon): readonly Need[] {
  const best = (need: Need): number =>
    need.kind === 'author' ? bestPopularity(lexicon, need.slug) : Number.NEGATIVE_INFINITY;
  return needs.toSorted((a, b) => compareNumbers(best(a), best(b)));
}

function bestPopularity({ entries }: Lexicon, author: string): number {
  const places = entries.map(({ entry }) =>
    entry.author === author && entry.retired === null
      ? (entry.popularity ?? Number.MAX_SAFE_INTEGER)
      : Number.POSITIVE_INFINITY,
  );
  return places.reduce((best, place) => Math.min(best, place), Number.POSITIVE_INFINITY);
}

// A difference of two infinities is not a number.
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

interface Given {
  readonly lexicon: Lexicon;
  readonly request: SearchRequest;
  /** The answer by words alone. */
  readonly byWords: SearchAnswer;
  readonly isComplete: boolean;
}

/** The models of a list or page, after those found by name. */
function answerOf(
  need: Exclude<Need, { kind: 'author' }>,
  byName: readonly SearchResult[],
  { lexicon, request, byWords, isComplete }: Given,
): SearchAnswer {
  const { query } = byWords;
  // A query for retired models has the right results already.
  if (query.asksForRetired) return byWords;
  if (need.kind === 'list') return listAnswer(lexicon, need, request, query, byName, isComplete);
  return { ...search(lexicon, { ...request, typed: '' }), query, results: byName };
}

/** Models found by name first, then those of the authors by use, then others with the words. */
function answerOfAuthors(
  needs: readonly Need[],
  before: readonly SearchResult[],
  { request, byWords }: Given,
): SearchAnswer {
  if (request.order !== null) return byWords;
  const authors = needs.flatMap((need) => (need.kind === 'author' ? need.slug : []));
  const rest = byWords.results.filter((result) => !before.includes(result));
  return { ...byWords, results: [...before, ...modelsByUse(rest, authors)] };
}
