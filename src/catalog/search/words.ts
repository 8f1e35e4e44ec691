/** A word is a run of letters and digits; a dot inside a number belongs to it (`4.1`, `k2.7`, `2.6b`). */
const WORD = /[\p{L}\p{N}]+(?:(?<=\p{N})\.\p{N}[\p{L}\p{N}]*)*/gu;
const MARKS = /\p{M}/gu;
const ASCII_WITHOUT_PLUS = /^[\0-*,-\x7f]*$/;
const PLUS_AFTER_WORD = /(?<=[\p{L}\p{N}])\+/gu;

/** Lower case, without accents, compatibility forms folded, and `R+` spelled `R plus`. */
export function normalise(text: string): string {
  if (ASCII_WITHOUT_PLUS.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(PLUS_AFTER_WORD, ' plus ');
}

/** The words of a text, normalised, in order. */
export function wordsOf(text: string): string[] {
  return normalise(text).match(WORD) ?? [];
}

/** Words glued together, dots dropped: what `GPT-4.1 mini`, `gpt41mini` and `gpt-4-1-mini` have in common. */
export function glue(words: readonly string[]): string {
  return words.join('').replaceAll('.', '');
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
