import { NO_CUTTING, pieceOf, type Cutting, type Piece } from './folded.ts';
import type { Lexicon, PreparedEntry } from './lexicon.ts';
import { allowedTypos, isMisspelling, isMisspeltBeginning } from './typos.ts';

/** A word of a query. `means`: a test for the property (`vision`, `free`) that the word may also refer to. */
export interface QueryWord {
  readonly text: string;
  readonly means: ((entry: PreparedEntry['entry']) => boolean) | null;
}

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
export const MAX_RUN_LENGTH = 3;

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
