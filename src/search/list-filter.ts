import { normalise, squeeze, straighten } from './match/words.ts';

/** Finding words in the rows of a list, which are too many to rank: folded as search folds them. */

/** A text as it is looked through: with its spaces and signs, and without. */
export interface FilterText {
  readonly plain: string;
  readonly glued: string;
}

export function filterText(text: string): FilterText {
  const plain = normalise(straighten(text));
  return { plain, glued: squeeze(plain) };
}

/** Tells whether a text holds all words that were typed, anywhere in its own, glued or with other signs between: `gpt4o`, `gpt 4o`, `gpt‑4o`. */
export function textMatcher(typed: string): (text: FilterText) => boolean {
  const tests = normalise(straighten(typed))
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(wordTest);
  return (text) => tests.every((test) => test(text));
}

function wordTest(word: string): (text: FilterText) => boolean {
  // `3.5` is `3-5` in some ids, but nowhere in `235b`.
  const other = /\d\.\d/.test(word) ? word.replaceAll('.', '-') : word;
  const glued = other === word ? squeeze(word) : '';
  return (text) =>
    text.plain.includes(word) || text.plain.includes(other) || (glued !== '' && text.glued.includes(glued));
}
