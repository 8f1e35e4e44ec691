import type { SearchEntry } from '../entry.ts';
import { isLiteral } from '../match/exact.ts';
import { namedBy, type Lexicon } from '../match/lexicon.ts';
import { matchEntry, type Match } from '../match/match.ts';
import { piecesOf, STRICT } from '../match/pieces.ts';
import type { Query } from '../query.ts';
import type { SearchResult } from '../rows.ts';

/** Maximum number of other words in a name that the text is taken for. */
const MAX_LEFT_OVER = 1;

/** The models that the text of a need may name. */
export interface Names {
  /** Models that come before the need: of that name, or with at most one other word. */
  readonly meant: ReadonlySet<SearchEntry>;
  /**
   * Retired models of nearly that name, and, for a text of one word, listed models with it in their names.
   */
  readonly others: ReadonlySet<SearchEntry>;
}

export function namesIn(lexicon: Lexicon, { words }: Query, typed: string): Names {
  const exact = [...namedBy(lexicon, typed)];
  const isOneWord = words.length < 2;
  const isMeant = (entry: SearchEntry, rank: number): boolean => entry.retired === null || isLiteral(rank);
  const listed = isOneWord || exact.length === 0 ? listedByWords(lexicon, words) : [];
  const isNear = ({ leftOver }: Match): boolean => !isOneWord && leftOver <= MAX_LEFT_OVER;
  const meant = new Set([
    ...exact.flatMap(([{ entry }, rank]) => (isMeant(entry, rank) ? entry : [])),
    ...listed.filter(isNear).map(({ prepared }) => prepared.entry),
  ]);
  const all = [
    ...exact.map(([{ entry }]) => entry),
    ...(isOneWord ? listed.map(({ prepared }) => prepared.entry) : []),
  ];
  return { meant, others: new Set(all.filter((entry) => !meant.has(entry))) };
}

/** The listed models with all words in their names, as whole words. */
function listedByWords({ entries }: Lexicon, words: Query['words']): Match[] {
  const pieces = piecesOf(words.map(({ text }) => ({ text, means: null })));
  return entries.flatMap((prepared) => {
    const match = prepared.entry.retired === null ? matchEntry(pieces, prepared, STRICT) : null;
    return match?.tier === 1 ? [match] : [];
  });
}

/** The results among `names`, those before the need first. */
export function resultsNamed(
  results: readonly SearchResult[],
  { meant, others }: Names,
): { readonly before: readonly SearchResult[]; readonly after: readonly SearchResult[] } {
  return {
    before: results.filter(({ entry }) => meant.has(entry)),
    after: results.filter(({ entry }) => others.has(entry)),
  };
}
