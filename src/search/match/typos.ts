import { editDistance } from './edit-distance.ts';

const SHORT = 4;
const LONG = 8;
const NOT_LETTERS = /[^\p{L}]/gu;
const LETTERS = /\p{L}/gu;

/** Letters that may be wrong, missing, too many or swapped: none below four letters, one up to seven, two above. */
export function allowedTypos(word: string): number {
  const letters = word.replace(NOT_LETTERS, '').length;
  if (letters < SHORT) return 0;
  return letters < LONG ? 1 : 2;
}

/** Whether `typed` is `word` with at most `allowed` typos. Digits are never misspelt: `gpt4` and `gpt5` are two things. */
export function isMisspelling(typed: string, word: string, allowed = allowedTypos(typed)): boolean {
  if (allowed === 0 || typed === word || Math.abs(typed.length - word.length) > allowed) return false;
  if (typed.replace(LETTERS, '') !== word.replace(LETTERS, '')) return false;
  return editDistance(typed, word, allowed) <= allowed;
}

/** Whether `typed` is the beginning of `word`, with at most `allowed` typos but none in its first letter. */
export function isMisspeltBeginning(typed: string, word: string, allowed = allowedTypos(typed)): boolean {
  if (typed.length <= SHORT || word.length <= typed.length || !word.startsWith(typed.charAt(0))) return false;
  return [0, -1, 1].some((more) => isMisspelling(typed, word.slice(0, typed.length + more), allowed));
}
