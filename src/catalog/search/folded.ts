import { glue, isDigit } from './words.ts';

/** Text prepared for matching: its words, and the same words glued with the places where a match may start or end. */
export interface Folded {
  readonly words: readonly string[];
  /** All words glued, dots dropped. */
  readonly glued: string;
  /** Where each word starts in `glued`; one more entry holds its length. */
  readonly starts: readonly number[];
  /** Per place in `glued`, its end included: `HEAD` and `TAIL` bits. */
  readonly edges: Uint8Array;
}

/** A match may start here: at a word, and at a digit that follows a letter (`v|3.2`). */
const HEAD = 1;
/** A whole part ends here: at a word's end, a dot, and a change between letters and digits (`4|o`). */
const TAIL = 2;

export function fold(words: readonly string[]): Folded {
  const glued = glue(words);
  const starts: number[] = [];
  const edges = new Uint8Array(glued.length + 1);
  const mark = (place: number, bit: number): void => {
    edges[place] = (edges[place] ?? 0) | bit;
  };
  let at = 0;
  for (const word of words) {
    starts.push(at);
    mark(at, HEAD);
    for (let place = 0; place < word.length; place += 1) {
      const [before, here] = [word[place - 1], word[place]];
      if (here === '.') {
        mark(at, TAIL);
        continue;
      }
      if (before !== undefined && before !== '.' && isDigit(before) !== isDigit(here)) {
        mark(at, isDigit(here) ? HEAD | TAIL : TAIL);
      }
      at += 1;
    }
    mark(at, TAIL);
  }
  starts.push(at);
  return { words, glued, starts, edges };
}

/** How a piece of a query occurs in a text. `part`: glued or split, whole at both ends; `prefix`: cut off at its end. */
export type Occurrence = 'whole' | 'part' | 'prefix';

export interface Span {
  readonly kind: Occurrence;
  /** From and to in `glued`. */
  readonly from: number;
  readonly to: number;
}

/** A word of a query, or a run of them, as it is looked for. */
export interface Piece {
  /** Words glued, dots dropped. */
  readonly glued: string;
  /** Where in `glued` a dot was: `3.2` is in `v3.2` and in `v3-2`, but not in `32b`. */
  readonly dots: readonly number[];
  /** The word itself where the piece is one word: only that can be whole. */
  readonly word: string | null;
  /** Words in the run. */
  readonly length: number;
}

export function pieceOf(words: readonly string[]): Piece {
  const dots: number[] = [];
  let at = 0;
  for (const character of words.join('')) {
    if (character === '.') dots.push(at);
    else at += character.length;
  }
  return {
    glued: glue(words),
    dots,
    word: words.length === 1 ? (words[0] ?? null) : null,
    length: words.length,
  };
}

/**
 * Where `piece` occurs in `text`: a whole word before glued and split forms before prefixes.
 * A number is not cut unless `cutNumbers` says so: `3` is a part of `3.2` but not of `32b`.
 */
export function findSpan(text: Folded, piece: Piece, cutNumbers = false): Span | null {
  const whole = piece.word === null ? -1 : text.words.indexOf(piece.word);
  if (whole >= 0) return { kind: 'whole', from: text.starts[whole] ?? 0, to: text.starts[whole + 1] ?? 0 };
  let prefix: Span | null = null;
  const { glued, edges } = text;
  for (let from = glued.indexOf(piece.glued); from >= 0; from = glued.indexOf(piece.glued, from + 1)) {
    if (!has(edges, from, HEAD) || !piece.dots.every((dot) => has(edges, from + dot, TAIL))) continue;
    const to = from + piece.glued.length;
    if (has(edges, to, TAIL)) return { kind: 'part', from, to };
    if (prefix === null && (cutNumbers || !isDigit(piece.glued.at(-1))))
      prefix = { kind: 'prefix', from, to };
  }
  return prefix;
}

function has(edges: Uint8Array, place: number, bit: number): boolean {
  return ((edges[place] ?? 0) & bit) !== 0;
}
