import { editDistance } from './edit-distance.ts';

const MIN_LETTERS_FOR_TYPO = 4;
const MIN_LETTERS_FOR_TWO_TYPOS = 8;
const NOT_LETTERS = /[^\p{L}]/gu;
const LETTERS = /\p{L}/gu;

/** The number of typos allowed in a word: none below four letters, one up to seven, two above. */
export function allowedTypos(word: string): number {
  const letters = word.replace(NOT_LETTERS, '').length;
  if (letters < MIN_LETTERS_FOR_TYPO) return 0;
  return letters < MIN_LETTERS_FOR_TWO_TYPOS ? 1 : 2;
}

/**
 * Whether `typed` is `word` with at most `allowed` typos. Digits must match: `gpt4` and `gpt5` are different
 * models.
 */
export function isMisspelling(typed: string, word: string, allowed = allowedTypos(typed)): boolean {
  if (allowed === 0 || typed === word || Math.abs(typed.length - word.length) > allowed) return false;
  if (typed.replace(LETTERS, '') !== word.replace(LETTERS, '')) return false;
  return editDistance(typed, word, allowed) <= allowed;
}

/** Whether `typed` is a prefix of `word` with at most `allowed` typos, none of them in the first letter. */
export function isMisspeltBeginning(typed: string, word: string, allowed = allowedTypos(typed)): boolean {
  if (typed.length <= MIN_LETTERS_FOR_TYPO || word.length <= typed.length) return false;
  if (!word.startsWith(typed.charAt(0))) return false;
  return [0, -1, 1].some((more) => isMisspelling(typed, word.slice(0, typed.length + more), allowed));
}
