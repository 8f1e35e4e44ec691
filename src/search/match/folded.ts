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
  /** Stretches of `glued` that are a date or another long number: `20260723`, `2507`, `2024-11-20`. */
  readonly longNumbers: readonly Stretch[];
}

/** From and to in `glued`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A match may start here: at a word, at a digit that follows a letter (`v|3.2`), and at every sign of a script without spaces. */
const HEAD = 1;
/** A whole part ends here: at a word's end, a dot, a change between letters and digits (`4|o`), and such a sign. */
const TAIL = 2;

/** Scripts whose words have no spaces between them, or whose names are said by any of their parts. */
const ANY_PART = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const ASCII = /^[\0-\x7f]*$/;
const LONG_NUMBER = /^\d{4,}$/;
/** Two such words side by side are the year, month or day of a date. */
const PART_OF_DATE = /^(?:\d{2}|\d{4})$/;
/** A version has fewer digits: what has more may be the beginning of a date. */
const MORE_THAN_A_VERSION = 3;

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

/** How a piece of a query occurs in a text. `part`: glued or split, whole at both ends; `prefix`: cut off at its end. */
export type Occurrence = 'whole' | 'part' | 'prefix';

export interface Span extends Stretch {
  readonly kind: Occurrence;
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

/** What else may match. */
export interface Cutting {
  /** A number may be cut: `3` is the beginning of `32b`. */
  readonly numbers: boolean;
  /** The query names a date: its month and its day may stand apart. */
  readonly dates: boolean;
}

export const NO_CUTTING: Cutting = { numbers: false, dates: false };
export const ANY_CUTTING: Cutting = { numbers: true, dates: true };

/** Whether a query holds a year, or a month and a day. */
export function namesDate(words: readonly string[]): boolean {
  return words.some(
    (word, place) =>
      LONG_NUMBER.test(word) || (PART_OF_DATE.test(word) && PART_OF_DATE.test(words[place + 1] ?? '')),
  );
}

/**
 * Where `piece` occurs in `text`: a whole word before glued and split forms before prefixes.
 * A number is not cut unless `cutting` says so: `3` is a part of `3.2` but not of `32b`. A version never matches part of a date:
 * neither `2` nor `2.6` is in `20260723` or in `2026-07-23`.
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

/** Whether a span is but a bit of a date: too short for one, or with a dot as a version has. */
function isCutFromDate(
  { longNumbers }: Folded,
  piece: Piece,
  { from, to }: Span,
  { dates }: Cutting,
): boolean {
  if (dates || longNumbers.length === 0) return false;
  const isVersion = piece.dots.length > 0 || to - from < MORE_THAN_A_VERSION;
  return (
    isVersion &&
    longNumbers.some((long) => from >= long.from && to <= long.to && to - from < long.to - long.from)
  );
}

function has(edges: Uint8Array, place: number, bit: number): boolean {
  return ((edges[place] ?? 0) & bit) !== 0;
}
