import { glue, isDigit } from './words.ts';

/**
 * Text prepared for matching: its words, and the same words glued, with the positions where a match may start
 * or end.
 */
export interface Folded {
  readonly words: readonly string[];
  /** All words glued, dots dropped. */
  readonly glued: string;
  /** Start of each word in `glued`, followed by the length of `glued`. */
  readonly starts: readonly number[];
  /** `HEAD` and `TAIL` bits for each position in `glued`, including the end. */
  readonly edges: Uint8Array;
  /** Ranges of `glued` that are a date or another long number: `20260723`, `2507`, `2024-11-20`. */
  readonly longNumbers: readonly Stretch[];
}

/** Range in `glued`, the end exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A match may start here: at a word, at a digit after a letter (`v|3.2`), and at every character of a script
 * without spaces.
 */
const HEAD = 1;
/**
 * A match may end here as a whole part: at the end of a word, a dot, a change between letters and digits
 * (`4|o`), and every character of a script without spaces.
 */
const TAIL = 2;

/** Scripts without spaces between words, or whose names can be shortened to any part. */
const ANY_PART = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const ASCII = /^[\0-\x7f]*$/;
const LONG_NUMBER = /^\d{4,}$/;
/** Two adjacent words of this form are part of a date. */
const PART_OF_DATE = /^(?:\d{2}|\d{4})$/;
/** A version has fewer digits. A longer number may be the beginning of a date. */
const MIN_DATE_DIGITS = 3;

/** Prepares the normalized words of a text. */
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
    const isPlain = ASCII.test(word);
    for (let place = 0; place < word.length; place += 1) {
      const [before, here] = [word[place - 1], word[place]];
      if (here === '.') {
        mark(at, TAIL);
        continue;
      }
      if (before !== undefined && before !== '.' && isDigit(before) !== isDigit(here)) {
        mark(at, isDigit(here) ? HEAD | TAIL : TAIL);
      }
      if (!isPlain && ANY_PART.test(here ?? '')) {
        mark(at, HEAD | TAIL);
        mark(at + 1, HEAD | TAIL);
      }
      at += 1;
    }
    mark(at, TAIL);
  }
  starts.push(at);
  return { words, glued, starts, edges, longNumbers: longNumbersIn(words, starts) };
}

function longNumbersIn(words: readonly string[], starts: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let end = first;
    while (PART_OF_DATE.test(words[end] ?? '')) end += 1;
    if (end - first < 2) end = LONG_NUMBER.test(words[first] ?? '') ? first + 1 : first;
    if (end === first) continue;
    found.push({ from: starts[first] ?? 0, to: starts[end] ?? 0 });
    first = end - 1;
  }
  return found;
}

/**
 * How a piece of a query occurs in a text. `part`: glued or split, complete at both ends; `prefix`:
 * incomplete at its end.
 */
export type Occurrence = 'whole' | 'part' | 'prefix';

export interface Span extends Stretch {
  readonly kind: Occurrence;
}

/** One word of a query, or a run of adjacent words, to search for. */
export interface Piece {
  /** Words glued, dots dropped. */
  readonly glued: string;
  /** Positions of dots in `glued`: `3.2` matches `v3.2` and `v3-2`, but not `32b`. */
  readonly dots: readonly number[];
  /** The word, if the piece is one word. Only such a piece can have a `whole` match. */
  readonly word: string | null;
  /** Number of words in the run. */
  readonly length: number;
}

/** A piece from one word or several adjacent words of a query. */
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

/** Partial matches that are allowed. */
export interface Cutting {
  /** A number may match as a prefix: `3` matches the beginning of `32b`. */
  readonly numbers: boolean;
  /** The query contains a date: month and day may match separately. */
  readonly dates: boolean;
}

export const NO_CUTTING: Cutting = { numbers: false, dates: false };
export const ANY_CUTTING: Cutting = { numbers: true, dates: true };

/** Whether a query contains a year, or a month and a day. */
export function namesDate(words: readonly string[]): boolean {
  return words.some(
    (word, place) =>
      LONG_NUMBER.test(word) || (PART_OF_DATE.test(word) && PART_OF_DATE.test(words[place + 1] ?? '')),
  );
}

/**
 * Finds `piece` in `text`: whole words before glued and split forms before prefixes. A number does not match
 * as a prefix unless `cutting` allows it: `3` matches `3.2` but not `32b`. A version never matches a part of
 * a date: neither `2` nor `2.6` matches `20260723` or `2026-07-23`.
 */
export function findSpan(text: Folded, piece: Piece, cutting: Cutting = NO_CUTTING): Span | null {
  const { glued, edges, words, starts } = text;
  for (let at = wordAt(words, piece.word, 0); at >= 0; at = wordAt(words, piece.word, at + 1)) {
    const span: Span = { kind: 'whole', from: starts[at] ?? 0, to: starts[at + 1] ?? 0 };
    if (!isCutFromDate(text, piece, span, cutting)) return span;
  }
  let prefix: Span | null = null;
  for (let from = glued.indexOf(piece.glued); from >= 0; from = glued.indexOf(piece.glued, from + 1)) {
    if (!has(edges, from, HEAD) || !piece.dots.every((dot) => has(edges, from + dot, TAIL))) continue;
    const span: Span = { kind: 'part', from, to: from + piece.glued.length };
    if (isCutFromDate(text, piece, span, cutting)) continue;
    if (has(edges, span.to, TAIL)) return span;
    if (prefix === null && (cutting.numbers || !isDigit(piece.glued.at(-1))))
      prefix = { ...span, kind: 'prefix' };
  }
  return prefix;
}

function wordAt(words: readonly string[], word: string | null, from: number): number {
  return word === null ? -1 : words.indexOf(word, from);
}

/** Whether a span is only a fragment of a date: too short for a date, or with a dot like a version. */
function isCutFromDate(
  { longNumbers }: Folded,
  piece: Piece,
  { from, to }: Span,
  { dates }: Cutting,
): boolean {
  if (dates || longNumbers.length === 0) return false;
  const isVersion = piece.dots.length > 0 || to - from < MIN_DATE_DIGITS;
  return (
    isVersion &&
    longNumbers.some((long) => from >= long.from && to <= long.to && to - from < long.to - long.from)
  );
}

function has(edges: Uint8Array, place: number, bit: number): boolean {
  return ((edges[place] ?? 0) & bit) !== 0;
}
