import { NOT_NAMED } from './exact.ts';
import { countBreaks, coverage, minLeftOver, spansIn } from './coverage.ts';
import { findSpan, type Folded, type Occurrence, type Piece } from './folded.ts';
import type { PreparedEntry } from './lexicon.ts';
import { MAX_RUN_LENGTH, type Allowance, type Pieces } from './pieces.ts';

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
  /** Whether it is a variant or alias that the query does not name. */
  readonly isUnrequested: boolean;
}

type Tier = 1 | 2 | 3;

const TIER_OF: Readonly<Record<Occurrence, Tier>> = { whole: 1, part: 2, prefix: 2 };
/** A property match ranks below the same word in a name. */
const TIER_OF_PROPERTY = 2;

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
    isUnrequested: prepared.isDerivative && !isNamed,
  };
}
