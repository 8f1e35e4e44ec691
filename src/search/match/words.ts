/** A word is a run of letters and digits; a dot inside a number belongs to it (`4.1`, `k2.7`, `2.6b`). */
const WORD = /[\p{L}\p{N}]+(?:(?<=\p{N})\.\p{N}[\p{L}\p{N}]*)*/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}/gu;
const ASCII_WITHOUT_PLUS = /^[\0-*,-\x7f]*$/;
const PLUS_AFTER_WORD = /(?<=[\p{L}\p{N}])\+/gu;
/** Letters that Unicode normalization does not reduce to ASCII. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' }),
);
const LETTERS_TO_FOLD = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu');
const QUOTES = /[“”„‟«»″＂]/gu;
const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** Lower case, without accents, compatibility forms folded, and `R+` spelled `R plus`. */
export function normalizeText(text: string): string {
  if (ASCII_WITHOUT_PLUS.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTERS_TO_FOLD, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(PLUS_AFTER_WORD, ' plus ');
}

/** Replaces typographic quotes, hyphens, dashes and minus signs with their keyboard forms. */
export function straighten(text: string): string {
  return text.replace(QUOTES, '"').replace(HYPHENS, '-');
}

/** The normalized words of a text, in order. */
export function wordsOf(text: string): string[] {
  return normalizeText(text).match(WORD) ?? [];
}

/** Words joined, dots dropped: the common form of `GPT-4.1 mini`, `gpt41mini` and `gpt-4-1-mini`. */
export function glue(words: readonly string[]): string {
  return words.join('').replaceAll('.', '');
}

/** All words of a text glued, the same as `glue(wordsOf(text))`. */
export function squeeze(text: string): string {
  return normalizeText(text).replace(NO_WORD, '');
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
