import { findSpan, fold, namesDate, pieceOf } from './folded.ts';
import { isMisspelling } from './typos.ts';
import { wordsOf } from './words.ts';

/** A segment of text, and whether the query matched it. */
export interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

const WORDS_IN_TEXT = /[\p{L}\p{M}\p{N}]+(?:(?<=\p{N})\.\p{N}[\p{L}\p{M}\p{N}]*)*/gu;

/**
 * Splits `text` into segments that a query matches or not. A hit covers the matched letters; a misspelled
 * word is covered completely. Where folding changes the length of a word (accents), a hit covers the whole
 * word too.
 */
export function highlight(text: string, query: readonly string[]): Stretch[] {
  const found = [...text.matchAll(WORDS_IN_TEXT)];
  const words = found.map(([word]) => wordsOf(word).join(''));
  const folded = fold(words);
  const hit = new Uint8Array(text.length);
  const cutting = { numbers: true, dates: namesDate(query) };
  query.forEach((_, from) => {
    for (let length = 1; length <= Math.min(3, query.length - from); length += 1) {
      const run = query.slice(from, from + length);
      const piece = pieceOf(run);
      const span = findSpan(folded, piece, cutting);
      found.forEach((match, place) => {
        const [start, end] = [folded.starts[place] ?? 0, folded.starts[place + 1] ?? 0];
        const word = words[place] ?? '';
        const isMisspelt = length === 1 && isMisspelling(piece.glued, word);
        if (isMisspelt || word === piece.word) cover(hit, match, 0, match[0].length);
        else if (span && span.from < end && span.to > start) {
          const isSame = word.length === match[0].length;
          const [first, last] = [Math.max(span.from, start) - start, Math.min(span.to, end) - start];
          cover(hit, match, isSame ? withDots(word, first) : 0, isSame ? withDots(word, last) : word.length);
        }
      });
    }
  });
  return cut(text, hit);
}

function cover(hit: Uint8Array, match: RegExpExecArray, from: number, to: number): void {
  hit.fill(1, match.index + from, match.index + to);
}

/** Converts a position in a word without dots to a position in the word. */
function withDots(word: string, place: number): number {
  let at = 0;
  for (let rest = place; rest > 0 && at < word.length; at += 1) if (word[at] !== '.') rest -= 1;
  return at;
}

function cut(text: string, hit: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && hit[at] === hit[from]) continue;
    stretches.push({ text: text.slice(from, at), isHit: hit[from] === 1 });
    from = at;
  }
  return stretches;
}
