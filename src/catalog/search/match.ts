import { findSpan, pieceOf, type Folded, type Occurrence, type Piece } from './folded.ts';
import type { Lexicon, PreparedEntry, PreparedText } from './lexicon.ts';
import { allowedTypos, isMisspelling, isMisspeltBeginning } from './typos.ts';
import { glue } from './words.ts';

/** A word of a query. `means`: the word may also stand for a property (`vision`, `free`) that an entry can have. */
export interface QueryWord {
  readonly text: string;
  readonly means: ((entry: PreparedEntry['entry']) => boolean) | null;
}

/** How well an entry answers a query; lower is better everywhere. */
export interface Match {
  readonly prepared: PreparedEntry;
  /** 0 exact id or name, 1 whole words, 2 prefixes and glued or split forms, 3 misspelt. */
  readonly tier: Tier;
  /** Words of the query that the entry does not hold. */
  readonly missing: number;
  /** Words of the entry that the query left over; a word hit in part counts half. */
  readonly leftOver: number;
  /** A variant or an alias that the query does not name. */
  readonly isAside: boolean;
}

export type Tier = 0 | 1 | 2 | 3;

/** What a pass over the entries allows besides whole words, prefixes, and glued or split forms. */
export interface Allowance {
  /** Per piece of the query (its words glued): the words that it may be a misspelling of. */
  readonly misspelt: ReadonlyMap<string, readonly string[]>;
  readonly cutNumbers: boolean;
  readonly missing: number;
  /** The best tier that a match may have, short of an exact one. */
  readonly best: 1 | 2;
}

export const STRICT: Allowance = { misspelt: new Map(), cutNumbers: false, missing: 0, best: 1 };

/** Longest run of query words that may be one word of a name: `4 . 5 v` and `deep seek`. */
const LONGEST_RUN = 3;
const TIER_OF: Readonly<Record<Occurrence, Tier>> = { whole: 1, part: 2, prefix: 2 };
/** A property is worth less than the same word in a name. */
const LEFT_OVER_FOR_PROPERTY = 0.5;

/** A query as pieces: `pieces[i]` holds the runs of words that end before word `i + 1`. */
export interface Pieces {
  readonly words: readonly QueryWord[];
  readonly runs: readonly (readonly Piece[])[];
  readonly glued: string;
}

export function piecesOf(words: readonly QueryWord[]): Pieces {
  const runs = words.map((_, last) => {
    const pieces: Piece[] = [];
    for (let length = 1; length <= Math.min(LONGEST_RUN, last + 1); length += 1) {
      pieces.push(pieceOf(words.slice(last + 1 - length, last + 1).map((word) => word.text)));
    }
    return pieces;
  });
  return { words, runs, glued: glue(words.map((word) => word.text)) };
}

/** The words of the lexicon that each piece may be a misspelling of; pieces that `skip` names are taken as spelt right. */
export function misspellings(
  pieces: Pieces,
  lexicon: Lexicon,
  skip: (piece: string) => boolean,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  pieces.runs.forEach((run, place) => {
    const isLast = place === pieces.runs.length - 1;
    for (const { glued: piece, length } of run) {
      if (length === LONGEST_RUN || skip(piece)) continue;
      const typos = allowedTypos(piece);
      if (typos === 0) continue;
      const words = [...lexicon.words].filter(
        (word) => isMisspelling(piece, word, typos) || (isLast && isMisspeltBeginning(piece, word, typos)),
      );
      if (words.length > 0) found.set(piece, words);
    }
  });
  return found;
}

interface Hit {
  readonly tier: Tier;
  readonly missing: number;
  readonly leftOver: number;
  readonly pieces: readonly Piece[];
}

/** How `prepared` answers the query, or `null` when it lacks more words than are allowed. */
export function matchEntry(pieces: Pieces, prepared: PreparedEntry, allowed: Allowance): Match | null {
  const best: (Hit | null)[] = [{ tier: allowed.best, missing: 0, leftOver: 0, pieces: [] }];
  for (const [place, run] of pieces.runs.entries()) {
    let winner: Hit | null = null;
    for (const piece of run) {
      const before = best[place + 1 - piece.length];
      if (!before) continue;
      const tier = tierOf(piece, prepared, allowed);
      if (tier !== null) winner = better(winner, extend(before, tier, 0, 0, piece));
      if (piece.length > 1) continue;
      if (pieces.words[place]?.means?.(prepared.entry)) {
        winner = better(winner, extend(before, allowed.best, 0, LEFT_OVER_FOR_PROPERTY, piece));
      } else if (tier === null && before.missing < allowed.missing) {
        winner = better(winner, extend(before, allowed.best, 1, 0, null));
      }
    }
    best.push(winner);
    if (best.slice(-LONGEST_RUN).every((hit) => hit === null)) return null;
  }
  const hit = best[pieces.runs.length];
  if (!hit || hit.missing === pieces.runs.length) return null;
  return finish(pieces, prepared, hit, allowed);
}

function extend(before: Hit, tier: Tier, missing: number, leftOver: number, piece: Piece | null): Hit {
  return {
    tier: tier > before.tier ? tier : before.tier,
    missing: before.missing + missing,
    leftOver: before.leftOver + leftOver,
    pieces: piece === null ? before.pieces : [...before.pieces, piece],
  };
}

function better(a: Hit | null, b: Hit): Hit {
  if (a === null) return b;
  const order = a.missing - b.missing || a.tier - b.tier || a.leftOver - b.leftOver;
  return order <= 0 ? a : b;
}

function tierOf(piece: Piece, prepared: PreparedEntry, allowed: Allowance): Tier | null {
  let best: Tier | null = null;
  if (prepared.haystack.includes(piece.glued)) {
    best = leastTier(best, tierIn(prepared.texts[0], piece, allowed));
    if (best !== 1) best = leastTier(best, tierIn(prepared.texts[1], piece, allowed));
    if (best !== 1) best = leastTier(best, tierIn(prepared.others, piece, allowed));
  }
  if (best !== null) return best;
  const meant = allowed.misspelt.get(piece.glued);
  return meant?.some((word) => holdsWord(prepared, word)) ? 3 : null;
}

function tierIn(text: Folded, piece: Piece, allowed: Allowance): Tier | null {
  const span = findSpan(text, piece, allowed.cutNumbers);
  return span && TIER_OF[span.kind];
}

function leastTier(a: Tier | null, b: Tier | null): Tier | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function holdsWord({ texts, others }: PreparedEntry, word: string): boolean {
  return texts[0].words.includes(word) || texts[1].words.includes(word) || others.words.includes(word);
}

function finish(pieces: Pieces, prepared: PreparedEntry, hit: Hit, allowed: Allowance): Match {
  const isExact = hit.missing === 0 && prepared.exact.has(pieces.glued);
  let leftOver = Number.POSITIVE_INFINITY;
  let isNamed = !prepared.isDerivative;
  for (const text of prepared.texts) {
    const covered = coverage(text, hit.pieces, allowed);
    leftOver = Math.min(leftOver, countLeftOver(text, covered));
    if (text.marks.length > 0 && text.marks.every((place) => covered[place] !== 0)) isNamed = true;
  }
  return {
    prepared,
    tier: isExact ? 0 : hit.tier,
    missing: hit.missing,
    leftOver: leftOver + hit.leftOver,
    isAside: !isExact && !isNamed,
  };
}

/** Per word of `text`: 0 not hit, 0.5 hit in part, 1 hit. */
function coverage(text: PreparedText, pieces: readonly Piece[], allowed: Allowance): number[] {
  const covered = text.words.map(() => 0);
  for (const piece of pieces) {
    const meant = allowed.misspelt.get(piece.glued);
    const span = findSpan(text, piece, allowed.cutNumbers);
    text.words.forEach((own, place) => {
      const from = text.starts[place] ?? 0;
      const to = text.starts[place + 1] ?? 0;
      if (own === piece.word || (span === null && meant?.includes(own))) covered[place] = 1;
      else if (span !== null && span.from < to && span.to > from) {
        covered[place] = Math.max(covered[place] ?? 0, span.from <= from && span.to >= to ? 1 : 0.5);
      }
    });
  }
  return covered;
}

function countLeftOver(text: PreparedText, covered: readonly number[]): number {
  return text.counts.reduce((sum, counts, place) => (counts ? sum + 1 - (covered[place] ?? 0) : sum), 0);
}
