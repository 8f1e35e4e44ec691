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
import type { Lexicon, PreparedEntry } from './lexicon.ts';
import { splitIntoKnown, splitIntoWords } from './split.ts';

/** With so few answers a query may well be misspelt. */
const FEW = 5;
const LEAST_POPULAR = Number.MAX_SAFE_INTEGER;

/**
 * The entries that answer the words of a query, best first: the order is that of `compareMatches`.
 * Misspellings count only where the words as typed find few listed models; words may be missing only where no listed model holds them all.
 */
export function rankByWords(
  lexicon: Lexicon,
  words: readonly QueryWord[],
  keep: (prepared: PreparedEntry) => boolean = () => true,
): Match[] {
  if (words.length === 0) return [];
  const candidates = lexicon.entries.filter(keep);
  const found = new Map<PreparedEntry, Match>();
  for (const attempt of attempts(lexicon, piecesOf(words))) {
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
  return bestMissing([...found.values()]).sort(compareMatches);
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
function* attempts(lexicon: Lexicon, pieces: Pieces): Generator<Attempt> {
  const apart = pieces.words.flatMap((word) => splitWord(lexicon, word, splitIntoKnown));
  const isGlued = apart.length > pieces.words.length;
  yield { pieces, allowed: STRICT, enough: isGlued ? Number.POSITIVE_INFINITY : FEW, isAsGood: false };
  // Nothing listed is called by such a word: what it is glued from says as much as the same words with spaces between.
  if (isGlued) yield { pieces: piecesOf(apart), allowed: STRICT, enough: FEW, isAsGood: true };
  const unknown = (piece: string): boolean => !lexicon.listedWords.has(piece);
  const misspelt = misspellings(pieces, lexicon, (piece) => !unknown(piece));
  yield { pieces, allowed: { ...STRICT, misspelt, cutNumbers: true }, enough: 1, isAsGood: false };
  const split = piecesOf(pieces.words.flatMap((word) => splitWord(lexicon, word, splitIntoWords)));
  const loose: Allowance = {
    misspelt: misspellings(split, lexicon, () => false),
    cutNumbers: true,
    missing: 0,
    best: 2,
  };
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
 * Listed before retired; exact id or name first; then what is not a mere variant or alias; whole words, prefixes and glued forms, misspellings;
 * fewest words left over; fewest breaks in the query's order; most popular; newest.
 */
export function compareMatches(a: Match, b: Match): number {
  const [x, y] = [a.prepared.entry, b.prepared.entry];
  return (
    Number(x.retired !== null) - Number(y.retired !== null) ||
    Number(a.tier !== 0) - Number(b.tier !== 0) ||
    Number(a.isAside) - Number(b.isAside) ||
    a.tier - b.tier ||
    a.leftOver - b.leftOver ||
    a.breaks - b.breaks ||
    (x.popularity ?? LEAST_POPULAR) - (y.popularity ?? LEAST_POPULAR) ||
    compareText(y.addedOn ?? '', x.addedOn ?? '') ||
    compareText(x.id, y.id)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
