import { normalizeText, squeeze, straighten } from './match/words.ts';

/** Filters long lists by words, without ranking, with the same text folding as search. */

/** A text prepared for matching: with spaces and punctuation, and without. */
export interface FilterText {
  readonly plain: string;
  readonly glued: string;
}

export function filterText(text: string): FilterText {
  const plain = normalizeText(straighten(text));
  return { plain, glued: squeeze(plain) };
}

/**
 * A matcher for texts that contain all typed words, in any position, also glued or with other punctuation:
 * `gpt4o`, `gpt 4o`, `gpt‑4o`.
 */
export function textMatcher(typed: string): (text: FilterText) => boolean {
  const tests = normalizeText(straighten(typed))
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(wordTest);
  return (text) => tests.every((test) => test(text));
}

function wordTest(word: string): (text: FilterText) => boolean {
  // `3.5` matches `3-5`, which some ids use, but not `235b`.
  const other = /\d\.\d/.test(word) ? word.replaceAll('.', '-') : word;
  const glued = other === word ? squeeze(word) : '';
  return (text) =>
    text.plain.includes(word) || text.plain.includes(other) || (glued !== '' && text.glued.includes(glued));
}
