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
import { splitIntoWords } from './split.ts';

/** With so few answers a query may well be misspelt. */
const FEW = 5;
const LEAST_POPULAR = Number.MAX_SAFE_INTEGER;

/**
 * The entries that answer the words of a query, best first: the order is that of `compareMatches`.
 * Misspellings count only where the word as typed finds little; words may be missing only where nothing holds them all.
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
      if (found.has(candidate)) continue;
      const match = matchEntry(attempt.pieces, candidate, attempt.allowed);
      if (match !== null) found.set(candidate, match);
    }
    const answers = [...found.values()].filter((match) => !match.isAside).length;
    if (answers >= attempt.enough) break;
  }
  return bestMissing([...found.values()]).sort(compareMatches);
}

interface Attempt {
  readonly pieces: Pieces;
  readonly allowed: Allowance;
  /** Fewer answers than this, and the next attempt is made. */
  readonly enough: number;
}

/** Ever looser readings of the query. */
function* attempts(lexicon: Lexicon, pieces: Pieces): Generator<Attempt> {
  yield { pieces, allowed: STRICT, enough: FEW };
  const unknown = (piece: string): boolean => !lexicon.words.has(piece);
  const misspelt = misspellings(pieces, lexicon, (piece) => !unknown(piece));
  yield { pieces, allowed: { ...STRICT, misspelt, cutNumbers: true }, enough: 1 };
  const split = piecesOf(pieces.words.flatMap((word) => splitWord(lexicon, word)));
  const loose: Allowance = {
    misspelt: misspellings(split, lexicon, () => false),
    cutNumbers: true,
    missing: 0,
    best: 2,
  };
  yield { pieces: split, allowed: loose, enough: 1 };
  const missing = Math.floor(split.words.length / 2);
  if (missing > 0) yield { pieces: split, allowed: { ...loose, missing }, enough: 1 };
}

function splitWord(lexicon: Lexicon, word: QueryWord): QueryWord[] {
  if (word.means !== null || lexicon.words.has(word.text)) return [word];
  return splitIntoWords(word.text, lexicon.words).map((text) => ({ text, means: null }));
}

function bestMissing(matches: readonly Match[]): Match[] {
  const least = Math.min(...matches.map((match) => match.missing));
  return matches.filter((match) => match.missing === least);
}

/**
 * Listed before retired; exact id or name first; then what is not a mere variant or alias; whole words, prefixes and glued forms, misspellings;
 * fewest words left over; most popular; newest.
 */
export function compareMatches(a: Match, b: Match): number {
  const [x, y] = [a.prepared.entry, b.prepared.entry];
  return (
    Number(x.retired !== null) - Number(y.retired !== null) ||
    Number(a.tier !== 0) - Number(b.tier !== 0) ||
    Number(a.isAside) - Number(b.isAside) ||
    a.tier - b.tier ||
    a.leftOver - b.leftOver ||
    (x.popularity ?? LEAST_POPULAR) - (y.popularity ?? LEAST_POPULAR) ||
    compareText(y.addedOn ?? '', x.addedOn ?? '') ||
    compareText(x.id, y.id)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
