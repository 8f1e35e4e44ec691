import { hasFilters } from '../filters.ts';
import { isLiteral, NOT_NAMED } from '../match/exact.ts';
import { namedBy, type Lexicon } from '../match/lexicon.ts';
import { matchEntry } from '../match/match.ts';
import { piecesOf, STRICT } from '../match/pieces.ts';
import type { SearchResult } from '../rows.ts';
import { search, type SearchAnswer, type SearchRequest } from '../search.ts';
import { countListRows, listAnswer, modelsByUse } from './lists.ts';
import type { Need } from './need.ts';
import { readNeeds, type AuthorsByName } from './read-needs.ts';

/** A need that a search names, offered as one row of results. */
export interface Lead {
  readonly need: Need;
  /** The number of rows of its list; `null` for other needs, and while not all names are loaded. */
  readonly count: number | null;
}

interface NeedAnswer {
  readonly answer: SearchAnswer;
  readonly leads: readonly Lead[];
  /** The number of results before the leads: models of that name. */
  readonly ahead: number;
}

/** The words that a name may have besides the typed ones, if it is the one that is meant. */
const MAX_LEFT_OVER = 1;

/**
 * Answers a request, and offers the lists, pages and authors that its text asks for. They come first, except
 * after a listed model of that name. Below them are models with a text of one word in their names, then those
 * of the list. `isComplete`: whether the lexicon has all names.
 */
export function answerWithNeeds(
  lexicon: Lexicon,
  authors: AuthorsByName,
  request: SearchRequest,
  isComplete: boolean,
): NeedAnswer {
  const answer = search(lexicon, request);
  const needs =
    answer.query.conditions.length > 0 ? [] : mostUsedFirst(readNeeds(request.typed, authors), lexicon);
  const [first] = needs;
  if (first === undefined) return { answer, leads: [], ahead: 0 };
  // A list has only the filters that are typed, so it is not offered beside others.
  const isOnlyText = !hasFilters(request.filters) && request.order === null;
  const leads = (isOnlyText ? needs : []).map((need) => ({
    need,
    count: need.kind === 'list' && isComplete ? countListRows(lexicon, need) : null,
  }));
  const { named, others } = resultsByName(lexicon, answer, request.typed);
  const given = { lexicon, request, answer, isComplete };
  return {
    answer:
      first.kind === 'author'
        ? answerOfAuthors(needs, named, given)
        : answerOf(first, [...named, ...others], given),
    leads,
    ahead: named.length,
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

/**
 * The results that the text names: `named` exactly, or with hardly any other word in the name; `others` less
 * so, or with a text of one word in their names.
 */
function resultsByName(
  lexicon: Lexicon,
  { results, query }: SearchAnswer,
  typed: string,
): { readonly named: readonly SearchResult[]; readonly others: readonly SearchResult[] } {
  const exactness = new Map([...namedBy(lexicon, typed)].map(([{ entry }, rank]) => [entry, rank]));
  const exactly = results.slice(
    0,
    countFirst(results, ({ entry }) => exactness.has(entry)),
  );
  const isOneWord = query.words.length < 2;
  // One word is hardly meant for a retired model: what is called a router is a kind of model, too.
  const isMeant = ({ entry }: SearchResult): boolean =>
    entry.retired === null || (!isOneWord && isLiteral(exactness.get(entry) ?? NOT_NAMED));
  if (exactly.length > 0 && !isOneWord) return divide(exactly, isMeant);
  const pieces = piecesOf(query.words.map(({ text }) => ({ text, means: null })));
  const leftOver = new Map(
    lexicon.entries.flatMap((prepared) => {
      const match = prepared.entry.retired === null ? matchEntry(pieces, prepared, STRICT) : null;
      return match?.tier === 1 ? [[prepared.entry, match.leftOver] as const] : [];
    }),
  );
  if (!isOneWord) {
    const isNear = ({ entry }: SearchResult): boolean =>
      (leftOver.get(entry) ?? Number.POSITIVE_INFINITY) <= MAX_LEFT_OVER;
    return { named: results.slice(0, countFirst(results, isNear)), others: [] };
  }
  const { named, others } = divide(exactly, isMeant);
  const inNames = results.filter((one) => leftOver.has(one.entry) && !exactly.includes(one));
  return { named, others: [...others, ...inNames] };
}

function divide(
  results: readonly SearchResult[],
  isMeant: (result: SearchResult) => boolean,
): { readonly named: readonly SearchResult[]; readonly others: readonly SearchResult[] } {
  return { named: results.filter(isMeant), others: results.filter((result) => !isMeant(result)) };
}

function countFirst<T>(items: readonly T[], is: (item: T) => boolean): number {
  const end = items.findIndex((item) => !is(item));
  return end < 0 ? items.length : end;
}

interface Given {
  readonly lexicon: Lexicon;
  readonly request: SearchRequest;
  /** The answer by words alone. */
  readonly answer: SearchAnswer;
  readonly isComplete: boolean;
}

/** The models of a list or page, after those found by name. */
function answerOf(
  need: Exclude<Need, { kind: 'author' }>,
  byName: readonly SearchResult[],
  { lexicon, request, answer, isComplete }: Given,
): SearchAnswer {
  // Then the query itself asks for what the page shows.
  if (answer.query.asksForRetired) return answer;
  if (need.kind === 'list') return listAnswer(lexicon, need, request, answer.query, byName, isComplete);
  return { ...search(lexicon, { ...request, typed: '' }), query: answer.query, results: byName };
}

function answerOfAuthors(
  needs: readonly Need[],
  named: readonly SearchResult[],
  { request, answer }: Given,
): SearchAnswer {
  if (named.length > 0 || request.order !== null) return answer;
  const authors = needs.flatMap((need) => (need.kind === 'author' ? need.slug : []));
  return { ...answer, results: modelsByUse(answer.results, authors) };
}
