import { compareInList, type ListPlace } from '../../catalog/compare.ts';
import { compareText } from '../../catalog/order.ts';
import { matchEntry, type Match } from './match.ts';
import { misspellings, piecesOf, STRICT, type Allowance, type Pieces, type QueryWord } from './pieces.ts';
import { isLiteral, NOT_NAMED } from './exact.ts';
import { namesDate } from './folded.ts';
import { namedBy, type Lexicon, type PreparedEntry } from './lexicon.ts';
import type { SearchEntry } from '../entry.ts';
import { splitIntoKnown, splitIntoWords } from './split.ts';

/** With fewer answers than this, the query is likely misspelled. */
const FEW = 5;

/**
 * The entries that match the words of a query, best first, in the order of `compareMatches`. Misspellings
 * count only where the typed words match few listed models. Words may be missing only where no listed model
 * has them all. Neither applies where the query is the literal name of a model. `named` are the models that
 * the query names.
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
    const answers = [...found.values()].filter((match) => !match.isUnrequested && isListed(match)).length;
    if (answers >= attempt.enough) break;
  }
  for (const [prepared, exact] of named) {
    if (!keep(prepared)) continue;
    const isUnrequested = found.get(prepared)?.isUnrequested ?? prepared.isDerivative;
    found.set(prepared, { ...wholeMatch(prepared), exact, isUnrequested });
  }
  return withFewestMissing([...found.values()]).sort(compareMatches);
}

/** A perfect match of an entry. */
export function wholeMatch(prepared: PreparedEntry): Match {
  return {
    prepared,
    exact: NOT_NAMED,
    tier: 1,
    missing: 0,
    missingNames: 0,
    leftOver: 0,
    breaks: 0,
    isUnrequested: prepared.isDerivative,
  };
}

interface Attempt {
  readonly pieces: Pieces;
  readonly allowed: Allowance;
  /** The next attempt is made if there are fewer listed answers than this. */
  readonly enough: number;
  /** Whether it may improve answers of earlier attempts. */
  readonly isAsGood: boolean;
}

/** Increasingly loose readings of the query. */
function* attempts(lexicon: Lexicon, pieces: Pieces, isSpelledRight: boolean): Generator<Attempt> {
  if (pieces.words.length === 0) return;
  const dates = namesDate(pieces.words.map(({ text }) => text));
  const strict: Allowance = { ...STRICT, cutting: { numbers: false, dates } };
  const cut: Allowance = { ...STRICT, cutting: { numbers: true, dates } };
  const apart = pieces.words.flatMap((word) => splitWord(lexicon, word, splitIntoKnown));
  const isGlued = apart.length > pieces.words.length;
  yield { pieces, allowed: strict, enough: isGlued ? Number.POSITIVE_INFINITY : FEW, isAsGood: false };
  // No listed model contains the glued word, so its split form ranks like the same words with spaces.
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

/** The matches with the fewest missing words. A retired model with fewer does not displace listed ones. */
function withFewestMissing(matches: readonly Match[]): Match[] {
  const listed = matches.filter(isListed);
  const least = Math.min(...(listed.length > 0 ? listed : matches).map((match) => match.missing));
  return matches.filter((match) => match.missing <= least);
}

function isListed({ prepared }: Match): boolean {
  return prepared.entry.retired === null;
}

/**
 * Order of matches: literal names first, by `exactness`, listed before retired, bases before variants. Then
 * by these criteria: fewest missing words; listed before retired; names in another spelling; missing numbers
 * before missing names; no unrequested variant or alias; whole words before prefixes and glued forms before
 * misspellings; fewest words left over; fewest gaps; the last retired one; most popular; newest.
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
    Number(a.isUnrequested) - Number(b.isUnrequested) ||
    a.tier - b.tier ||
    a.leftOver - b.leftOver ||
    a.breaks - b.breaks ||
    // Retired models have no popularity. People more likely look for one that was retired later.
    compareText(y.retired ?? '', x.retired ?? '') ||
    compareInList(placeOf(x), placeOf(y))
  );
}

/** The place of an entry in lists that have no other order. */
export function placeOf({ popularity, addedOn, id }: SearchEntry): ListPlace {
  return { popularity, added: addedOn, id };
}

function isDerived({ variant, isAlias }: SearchEntry): boolean {
  return variant !== null || isAlias;
}
