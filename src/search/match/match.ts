import { NOT_NAMED } from './exact.ts';
import {
  findSpan,
  NO_CUTTING,
  pieceOf,
  type Cutting,
  type Folded,
  type Occurrence,
  type Piece,
  type Span,
} from './folded.ts';
import type { Lexicon, PreparedEntry, PreparedText } from './lexicon.ts';
import { allowedTypos, isMisspelling, isMisspeltBeginning } from './typos.ts';

/** A word of a query. `means`: a test for the property (`vision`, `free`) that the word may also refer to. */
export interface QueryWord {
  readonly text: string;
  readonly means: ((entry: PreparedEntry['entry']) => boolean) | null;
}

/** How well an entry matches a query; lower is better in every field. */
export interface Match {
  readonly prepared: PreparedEntry;
  /** How exactly the whole query names the entry; `NOT_NAMED` where it does not. */
  readonly exact: number;
  /** 1 whole words, 2 prefixes and glued or split forms, 3 misspellings. */
  readonly tier: Tier;
  /** Query words that the entry does not contain. */
  readonly missing: number;
  /** The number of missing words with letters. */
  readonly missingNames: number;
  /**
   * Words of the entry that the query did not match; a partial match counts half. 0 where the query has only
   * properties.
   */
  readonly leftOver: number;
  /**
   * Gaps of the match in the name: before the first query word, and between two query words. 0 for one word.
   */
  readonly breaks: number;
  /** A variant or alias that the query does not name. */
  readonly isAside: boolean;
}

type Tier = 1 | 2 | 3;

/** What a pass over the entries allows, besides whole words, prefixes, and glued or split forms. */
export interface Allowance {
  /** For each piece of the query (its words glued): the words that it may be a misspelling of. */
  readonly misspelt: ReadonlyMap<string, readonly string[]>;
  readonly cutting: Cutting;
  readonly missing: number;
  /** The best tier that a match can have. */
  readonly best: 1 | 2;
}

export const STRICT: Allowance = { misspelt: new Map(), cutting: NO_CUTTING, missing: 0, best: 1 };

/** Longest run of query words that may be one word of a name: `4 . 5 v` and `deep seek`. */
const MAX_RUN_LENGTH = 3;
const TIER_OF: Readonly<Record<Occurrence, Tier>> = { whole: 1, part: 2, prefix: 2 };
/** A property match ranks below the same word in a name. */
const TIER_OF_PROPERTY = 2;

/** A query as pieces: `runs[i]` has the runs of words that end with word `i`. */
export interface Pieces {
  readonly words: readonly QueryWord[];
  readonly runs: readonly (readonly Piece[])[];
}

export function piecesOf(words: readonly QueryWord[]): Pieces {
  const runs = words.map((_, last) => {
    const pieces: Piece[] = [];
    for (let length = 1; length <= Math.min(MAX_RUN_LENGTH, last + 1); length += 1) {
      pieces.push(pieceOf(words.slice(last + 1 - length, last + 1).map((word) => word.text)));
    }
    return pieces;
  });
  return { words, runs };
}

/**
 * The words of the lexicon that each piece may be a misspelling of; pieces for which `skip` returns true are
 * left out.
 */
export function misspellings(
  pieces: Pieces,
  lexicon: Lexicon,
  skip: (piece: string) => boolean,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  pieces.runs.forEach((run, place) => {
    const isLast = place === pieces.runs.length - 1;
    for (const { glued: piece, length } of run) {
      if (length === MAX_RUN_LENGTH || skip(piece)) continue;
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
  readonly missingNames: number;
  readonly pieces: readonly Piece[];
}

/** Matches `prepared` against the query; `null` when it lacks more words than allowed. */
export function matchEntry(pieces: Pieces, prepared: PreparedEntry, allowed: Allowance): Match | null {
  const best: (Hit | null)[] = [{ tier: allowed.best, missing: 0, missingNames: 0, pieces: [] }];
  for (const [place, run] of pieces.runs.entries()) {
    let winner: Hit | null = null;
    for (const piece of run) {
      const before = best[place + 1 - piece.length];
      if (!before) continue;
      const tier = tierOf(piece, prepared, allowed);
      if (tier !== null) winner = better(winner, extend(before, tier, piece), prepared, allowed);
      if (piece.length > 1) continue;
      if (pieces.words[place]?.means?.(prepared.entry)) {
        winner = better(winner, extend(before, TIER_OF_PROPERTY, null), prepared, allowed);
      } else if (tier === null && before.missing < allowed.missing) {
        winner = better(winner, lack(before, piece), prepared, allowed);
      }
    }
    best.push(winner);
    if (best.slice(-MAX_RUN_LENGTH).every((hit) => hit === null)) return null;
  }
  const hit = best[pieces.runs.length];
  if (!hit || hit.missing === pieces.runs.length) return null;
  return finish(pieces, prepared, hit, allowed);
}

function extend(before: Hit, tier: Tier, piece: Piece | null): Hit {
  return {
    ...before,
    tier: tier > before.tier ? tier : before.tier,
    pieces: piece === null ? before.pieces : [...before.pieces, piece],
  };
}

function lack(before: Hit, { glued }: Piece): Hit {
  const isName = /\p{L}/u.test(glued);
  return { ...before, missing: before.missing + 1, missingNames: before.missingNames + Number(isName) };
}

/** The better of two readings of the same words: a run may match as one word or as several. */
function better(a: Hit | null, b: Hit, prepared: PreparedEntry, allowed: Allowance): Hit {
  if (a === null) return b;
  const order =
    a.missing - b.missing ||
    a.missingNames - b.missingNames ||
    a.tier - b.tier ||
    minLeftOver(prepared, a.pieces, allowed) - minLeftOver(prepared, b.pieces, allowed);
  return order <= 0 ? a : b;
}

function tierOf(piece: Piece, prepared: PreparedEntry, allowed: Allowance): Tier | null {
  let best: Tier | null = null;
  if (prepared.haystack.includes(piece.glued)) {
    best = minTier(best, tierIn(prepared.texts[0], piece, allowed));
    if (best !== 1) best = minTier(best, tierIn(prepared.texts[1], piece, allowed));
    if (best !== 1) best = minTier(best, tierIn(prepared.others, piece, allowed));
  }
  if (best !== null) return best;
  const meant = allowed.misspelt.get(piece.glued);
  return meant?.some((word) => holdsWord(prepared, word)) ? 3 : null;
}

function tierIn(text: Folded, piece: Piece, allowed: Allowance): Tier | null {
  const span = findSpan(text, piece, allowed.cutting);
  return span && TIER_OF[span.kind];
}

function minTier(a: Tier | null, b: Tier | null): Tier | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function holdsWord({ texts, others }: PreparedEntry, word: string): boolean {
  return texts[0].words.includes(word) || texts[1].words.includes(word) || others.words.includes(word);
}

function finish(pieces: Pieces, prepared: PreparedEntry, hit: Hit, allowed: Allowance): Match {
  const hits = prepared.texts.map((text) => ({ text, spans: spansIn(text, hit.pieces, allowed) }));
  const isNamed = hits.some(({ text, spans }) => {
    if (text.marks.length === 0) return false;
    const covered = coverage(text, spans);
    return text.marks.every((place) => covered[place] !== 0);
  });
  const areProperties = pieces.words.every(({ means }) => means?.(prepared.entry));
  return {
    prepared,
    exact: NOT_NAMED,
    tier: hit.tier,
    missing: hit.missing,
    missingNames: hit.missingNames,
    leftOver: areProperties ? 0 : minLeftOver(prepared, hit.pieces, allowed),
    breaks:
      pieces.words.length < 2 ? 0 : Math.min(...hits.map(({ text, spans }) => countBreaks(text, spans))),
    isAside: prepared.isDerivative && !isNamed,
  };
}

type Place = Pick<Span, 'from' | 'to'>;

/**
 * For each piece its positions in `text`, including misspellings: none, one, or one per word that it may be a
 * misspelling of.
 */
function spansIn(text: PreparedText, pieces: readonly Piece[], allowed: Allowance): Place[][] {
  return pieces.map((piece) => {
    const span = findSpan(text, piece, allowed.cutting);
    const meant = span === null ? (allowed.misspelt.get(piece.glued) ?? []) : [piece.word];
    const words = text.words.flatMap((word, place) =>
      meant.includes(word) ? [{ from: text.starts[place] ?? 0, to: text.starts[place + 1] ?? 0 }] : [],
    );
    return span === null ? words : [span, ...words];
  });
}

/**
 * The number of left-over words in the better of the two texts. Each query word missing from a text adds one.
 */
function minLeftOver({ texts }: PreparedEntry, pieces: readonly Piece[], allowed: Allowance): number {
  return Math.min(
    ...texts.map((text) => {
      const spans = spansIn(text, pieces, allowed);
      const lacking = pieces.filter((_, place) => spans[place]?.length === 0);
      return lacking.reduce((sum, { length }) => sum + length, countLeftOver(text, coverage(text, spans)));
    }),
  );
}

/** For each word of `text`: 0 not matched, 0.5 partly matched, 1 matched. */
function coverage(text: PreparedText, spans: readonly (readonly Place[])[]): number[] {
  const covered = text.words.map(() => 0);
  for (const span of spans.flat()) {
    text.words.forEach((_, place) => {
      const from = text.starts[place] ?? 0;
      const to = text.starts[place + 1] ?? 0;
      if (span.from >= to || span.to <= from) return;
      covered[place] = Math.max(covered[place] ?? 0, span.from <= from && span.to >= to ? 1 : 0.5);
    });
  }
  return covered;
}

function countLeftOver(text: PreparedText, covered: readonly number[]): number {
  return text.counts.reduce((sum, counts, place) => (counts ? sum + 1 - (covered[place] ?? 0) : sum), 0);
}

function countBreaks(text: PreparedText, spans: readonly (readonly Place[])[]): number {
  let breaks = 0;
  let end: number | null = null;
  for (const [span] of spans) {
    if (span === undefined || (end === null ? leavesOverBefore(text, span.from) : end !== span.from))
      breaks += 1;
    end = span?.to ?? end;
  }
  return breaks;
}

function leavesOverBefore(text: PreparedText, place: number): boolean {
  return text.counts.some((counts, word) => counts && (text.starts[word] ?? 0) < place);
}
