import { fold, type Folded } from './match/folded.ts';
import { splitIntoWords } from './match/split.ts';
import { allowedTypos, isMisspelling, isMisspeltBeginning } from './match/typos.ts';
import { normalizeText, squeeze, straighten, wordsOf } from './match/words.ts';
import { parseQuery, type Subject } from './query.ts';

/** Filters long lists by words and by the operators of search, without ranking. */

/** A text prepared for matching: with spaces and punctuation, and without. */
export interface FilterText {
  readonly plain: string;
  readonly glued: string;
}

export function filterText(text: string): FilterText {
  const plain = normalizeText(straighten(text));
  return { plain, glued: squeeze(plain) };
}

/** A text typed above a list. */
interface ListQuery {
  /** The words, for `textMatcher`. */
  readonly words: string;
  /** Whether a row meets the operators, phrases and exclusions; `null` without any. */
  readonly holds: ((text: FilterText, model: Subject['entry']) => boolean) | null;
}

const folded = new WeakMap<FilterText, Folded>();

/** Reads `flash -preview author:google` as search does. */
export function readListQuery(typed: string): ListQuery {
  const { conditions, text: words } = parseQuery(typed);
  if (conditions.length === 0) return { words: typed, holds: null };
  return {
    words: words.replaceAll('"', ' '),
    holds: (text, entry) => {
      const own = folded.get(text) ?? fold(wordsOf(text.plain));
      folded.set(text, own);
      const subject = { entry, texts: [own] };
      return conditions.every((condition) => condition.holds(subject));
    },
  };
}

export interface TextMatcher {
  readonly passes: (text: FilterText) => boolean;
  /** Whether only texts with similar words pass, because no text has the typed words. */
  readonly isSimilar: boolean;
}

/**
 * A matcher for texts that contain all typed words, in any position, also glued or with other punctuation:
 * `gpt4o`, `gpt 4o`, `gpt‑4o`. If no text of `all` does, words that none of them has are split into their
 * words (`gemini2.5`), and then count as typing errors.
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
  const isThere = (test: WordTest | undefined): boolean => test !== undefined && texts.some(test);
  const pieces = words.flatMap((word, place) =>
    isThere(tests[place]) ? word : splitIntoWords(word, vocabulary),
  );
  const pieceTests = pieces.map(wordTest);
  const hasPieces = (text: FilterText): boolean => pieceTests.every((test) => test(text));
  if (pieces.length > words.length && texts.some(hasPieces)) return { passes: hasPieces, isSimilar: false };
  const loose = words.map((word, place) => {
    const test = tests[place];
    if (test && isThere(test)) return test;
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

type WordTest = (text: FilterText) => boolean;

function wordTest(word: string): WordTest {
  if (/\d\.\d/.test(word)) {
    // `3.5` matches `3-5`, which some ids use, but not `235b`; `gemini2.5` matches `gemini 2.5`.
    const apart = ['', ' ', '-'].map((gap) => word.replace(/(?<=\p{L}{2})(?=\p{N})/gu, gap));
    const forms = [...new Set(apart.flatMap((form) => [form, form.replaceAll('.', '-')]))];
    return ({ plain }) => forms.some((form) => plain.includes(form));
  }
  const glued = squeeze(word);
  return (text) => text.plain.includes(word) || (glued !== '' && text.glued.includes(glued));
}
