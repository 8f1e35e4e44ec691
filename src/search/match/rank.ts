import { compareInList, type ListPlace } from '../../catalog/compare.ts';
import {
  matchEntry,
  misspellings,
  piecesOf,
  STRICT,
  type Allowance,
  type Match,
  type Pieces,
  type QueryWord,
} from './match.ts';
import { isLiteral, NOT_NAMED } from './exact.ts';
import { namesDate } from './folded.ts';
import { namedBy, type Lexicon, type PreparedEntry } from './lexicon.ts';
import type { SearchEntry } from '../entry.ts';
import { splitIntoKnown, splitIntoWords } from './split.ts';

/** With so few answers a query may well be misspelt. */
const FEW = 5;

/**
 * The entries that answer the words of a query, best first: the order is that of `compareMatches`.
 * Misspellings count only where the words as typed find few listed models; words may be missing only where no listed model holds them all;
 * neither where the query is a model's own name, letter by letter. `named` are the models that it names.
 */
export function rankByWords(
  lexicon: Lexicon,
  words: readonly QueryWord[],
  keep: (prepared: PreparedEntry) => boolean = () => true,
  named: ReadonlyMap<PreparedEntry, number> = namedBy(lexicon, words.map(({ text }) => text).join(' ')),
): Match[] {
  const candidates = lexicon.entries.filter(keep);
  const found = new Map<PreparedEntry, Match>();
  const isSpelledRight = [...named.values()].some(isLiteral);
  for (const attempt of attempts(lexicon, piecesOf(words), isSpelledRight)) {
    for (const candidate of candidates) {
      const known = found.get(candidate);
      if (known !== undefined && !attempt.isAsGood) continue;
      const match = matchEntry(attempt.pieces, candidate, attempt.allowed);
      if (match !== null && (known === undefined || compareMatches(match, known) < 0)) {
        found.set(candidate, match);
      }
    }
    const answers = [...found.values()].filter((match) => !match.isAside && isListed(match)).length;
    if (answers >= attempt.enough) break;
  }
  for (const [prepared, exact] of named) {
    if (!keep(prepared)) continue;
    const isAside = found.get(prepared)?.isAside ?? prepared.isDerivative;
    found.set(prepared, { ...wholeMatch(prepared), exact, isAside });
  }
  return bestMissing([...found.values()]).sort(compareMatches);
}

/** The match of an entry that nothing is held against. */
export function wholeMatch(prepared: PreparedEntry): Match {
  return {
    prepared,
    exact: NOT_NAMED,
    tier: 1,
    missing: 0,
    missingNames: 0,
    leftOver: 0,
    breaks: 0,
    isAside: prepared.isDerivative,
  };
}

interface Attempt {
  readonly pieces: Pieces;
  readonly allowed: Allowance;
  /** Fewer listed answers than this, and the next attempt is made. */
  readonly enough: number;
  /** Whether it may read an answer of an earlier attempt better. */
  readonly isAsGood: boolean;
}

/** Ever looser readings of the query. */
function* attempts(lexicon: Lexicon, pieces: Pieces, isSpelledRight: boolean): Generator<Attempt> {
  if (pieces.words.length === 0) return;
  const dates = namesDate(pieces.words.map(({ text }) => text));
  const strict: Allowance = { ...STRICT, cutting: { numbers: false, dates } };
  const cut: Allowance = { ...STRICT, cutting: { numbers: true, dates } };
  const apart = pieces.words.flatMap((word) => splitWord(lexicon, word, splitIntoKnown));
  const isGlued = apart.length > pieces.words.length;
  yield { pieces, allowed: strict, enough: isGlued ? Number.POSITIVE_INFINITY : FEW, isAsGood: false };
  // Nothing listed is called by such a word: what it is glued from says as much as the same words with spaces between.
  if (isGlued) yield { pieces: piecesOf(apart), allowed: strict, enough: FEW, isAsGood: true };
  if (isSpelledRight) return;
  const unknown = (piece: string): boolean => !lexicon.listedWords.has(piece);
  const misspelt = misspellings(pieces, lexicon, (piece) => !unknown(piece));
  yield { pieces, allowed: { ...cut, misspelt }, enough: 1, isAsGood: false };
  const split = piecesOf(pieces.words.flatMap((word) => splitWord(lexicon, word, splitIntoWords)));
  const loose: Allowance = { ...cut, misspelt: misspellings(split, lexicon, () => false), best: 2 };
  yield { pieces: split, allowed: loose, enough: 1, isAsGood: false };
  const missing = Math.floor(split.words.length / 2);
  if (missing > 0) yield { pieces: split, allowed: { ...loose, missing }, enough: 1, isAsGood: false };
}

function splitWord(
  { listedWords }: Lexicon,
  word: QueryWord,
  split: (word: string, known: ReadonlySet<string>) => string[] | null,
): QueryWord[] {
  if (word.means !== null || listedWords.has(word.text)) return [word];
  return split(word.text, listedWords)?.map((text) => ({ text, means: null })) ?? [word];
}

/** Those that lack fewest words; a retired model that lacks fewer takes no place from the listed ones. */
function bestMissing(matches: readonly Match[]): Match[] {
  const listed = matches.filter(isListed);
  const least = Math.min(...(listed.length > 0 ? listed : matches).map((match) => match.missing));
  return matches.filter((match) => match.missing <= least);
}

function isListed({ prepared }: Match): boolean {
  return prepared.entry.retired === null;
}

/**
 * What the query names letter by letter first, in the order of `exactness`, listed before retired, bases before variants. Then fewest words
 * missing; listed before retired; what the query names in other letters; numbers missing rather than names; what is not a mere variant or
 * alias; whole words, prefixes and glued forms, misspellings; fewest words left over; fewest breaks in the query's order; most popular; newest.
 */
export function compareMatches(a: Match, b: Match): number {
  const [x, y] = [a.prepared.entry, b.prepared.entry];
  const [isALiteral, isBLiteral] = [isLiteral(a.exact), isLiteral(b.exact)];
  const byName = a.exact === b.exact ? 0 : a.exact - b.exact;
  return (
    (isALiteral || isBLiteral ? byName : 0) ||
    a.missing - b.missing ||
    Number(x.retired !== null) - Number(y.retired !== null) ||
    byName ||
    (a.exact === NOT_NAMED ? 0 : Number(isDerived(x)) - Number(isDerived(y))) ||
    a.missingNames - b.missingNames ||
    Number(a.isAside) - Number(b.isAside) ||
    a.tier - b.tier ||
    a.leftOver - b.leftOver ||
    a.breaks - b.breaks ||
    compareInList(placeOf(x), placeOf(y))
  );
}

function placeOf({ popularity, addedOn, id }: SearchEntry): ListPlace {
  return { popularity, added: addedOn, id };
}

function isDerived({ variant, isAlias }: SearchEntry): boolean {
  return variant !== null || isAlias;
}
