import { isDigit } from './words.ts';

const MIN_PIECE_LENGTH = 2;
const NUMBER = /^[\d.]+$/;

/**
 * Splits a glued word into as few known words as possible (`geminiflash` → `gemini flash`). If impossible,
 * splits between letters and digits (`gemni2.5` → `gemni 2.5`), or returns it unchanged.
 */
export function splitIntoWords(word: string, known: ReadonlySet<string>): string[] {
  return splitIntoKnown(word, known) ?? splitAtDigits(word);
}

/**
 * Splits a glued word into as few known words as possible. `null` where impossible, and for numbers: a date
 * is not three small numbers.
 */
export function splitIntoKnown(word: string, known: ReadonlySet<string>): string[] | null {
  if (NUMBER.test(word)) return null;
  const best: (string[] | null)[] = [[]];
  for (let to = 1; to <= word.length; to += 1) {
    let winner: string[] | null = null;
    for (let from = 0; from < to; from += 1) {
      const before = best[from];
      const piece = word.slice(from, to);
      if (!before || !isPiece(piece, known) || (winner && winner.length <= before.length + 1)) continue;
      winner = [...before, piece];
    }
    best.push(winner);
  }
  return best[word.length] ?? null;
}

function isPiece(piece: string, known: ReadonlySet<string>): boolean {
  return known.has(piece) && (piece.length >= MIN_PIECE_LENGTH || isDigit(piece));
}

/**
 * Splits between a letter and a digit, but not after a single letter (`v3`, `o1`) or before trailing letters
 * (`70b`).
 */
function splitAtDigits(word: string): string[] {
  return word.split(/(?<=\p{L}{2})(?=\p{N})/u);
}
