import { allowedTypos, isMisspelling, isMisspeltBeginning } from './match/typos.ts';
import { normalizeText, squeeze, straighten, wordsOf } from './match/words.ts';

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

export interface TextMatcher {
  readonly passes: (text: FilterText) => boolean;
  /** Whether only texts with similar words pass, because no text has the typed words. */
  readonly isSimilar: boolean;
}

/**
 * A matcher for texts that contain all typed words, in any position, also glued or with other punctuation:
 * `gpt4o`, `gpt 4o`, `gpt‑4o`. If no text of `all` does, words that none of them has count as typing errors.
 */
export function textMatcher(typed: string, all: Iterable<FilterText>): TextMatcher {
  const texts = [...all];
  const words = normalizeText(straighten(typed))
    .split(/\s+/u)
    .filter((word) => word !== '');
  const tests = words.map(wordTest);
  const hasAll = (text: FilterText): boolean => tests.every((test) => test(text));
  if (words.length === 0 || texts.some(hasAll)) return { passes: hasAll, isSimilar: false };
  const vocabulary = new Set(texts.flatMap(({ plain }) => wordsOf(plain)));
  const loose = words.map((word, place) => {
    const test = tests[place];
    if (test && texts.some(test)) return test;
    const similar = wordsOf(word).map((part, at, parts) =>
      similarTest(part, at === parts.length - 1, vocabulary),
    );
    return (text: FilterText) => similar.length > 0 && similar.every((isSimilar) => isSimilar(text));
  });
  const passes = (text: FilterText): boolean => loose.every((test) => test(text));
  return { passes, isSimilar: texts.some(passes) };
}

/** A test for texts with a word that `typed` may be a misspelling of, or with the word itself. */
function similarTest(
  typed: string,
  isLast: boolean,
  vocabulary: ReadonlySet<string>,
): (text: FilterText) => boolean {
  const typos = allowedTypos(typed);
  const meant = [...vocabulary].filter(
    (word) => isMisspelling(typed, word, typos) || (isLast && isMisspeltBeginning(typed, word, typos)),
  );
  return ({ plain }) => plain.includes(typed) || meant.some((word) => plain.includes(word));
}

function wordTest(word: string): (text: FilterText) => boolean {
  // `3.5` matches `3-5`, which some ids use, but not `235b`.
  const other = /\d\.\d/.test(word) ? word.replaceAll('.', '-') : word;
  const glued = other === word ? squeeze(word) : '';
  return (text) =>
    text.plain.includes(word) || text.plain.includes(other) || (glued !== '' && text.glued.includes(glued));
}
