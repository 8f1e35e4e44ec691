import type { SearchEntry } from '../entry.ts';
import { exactKeys, exactness, keyOf } from './exact.ts';
import { fold, type Folded } from './folded.ts';
import { wordsOf } from './words.ts';

/** An entry with its texts prepared for matching. */
export interface PreparedEntry {
  readonly entry: SearchEntry;
  /** The spoken form (`OpenAI GPT-4o (batch)`) and the form of the id (`openai/gpt-4o:batch`). */
  readonly texts: readonly [spoken: PreparedText, spelled: PreparedText];
  /**
   * Words found only in the permanent slug or in another name of the author. They match but never count as
   * left over.
   */
  readonly others: Folded;
  /** All texts glued, for a fast check. */
  readonly haystack: string;
  /** The keys of texts that name this entry exactly. */
  readonly exact: ReadonlySet<string>;
  /** Whether it is an alias, or a variant whose base is listed. */
  readonly isDerivative: boolean;
}

export interface PreparedText extends Folded {
  /**
   * For each word, whether it counts as left over. Words of the author and of a variant without a listed base
   * do not.
   */
  readonly counts: readonly boolean[];
  /** Indexes of the words that mark a derivative: its variant, or `latest`. */
  readonly marks: readonly number[];
}

/** All prepared entries and all their words. */
export interface Lexicon {
  readonly entries: readonly PreparedEntry[];
  readonly words: ReadonlySet<string>;
  /** The words of listed models. */
  readonly listedWords: ReadonlySet<string>;
}

export function prepareLexicon(entries: readonly SearchEntry[]): Lexicon {
  const prepared = entries.map(prepareEntry);
  const listed = prepared.filter(({ entry }) => entry.retired === null);
  return { entries: prepared, words: wordsIn(prepared), listedWords: wordsIn(listed) };
}

function wordsIn(prepared: readonly PreparedEntry[]): Set<string> {
  const words = new Set<string>();
  for (const { texts, others } of prepared) {
    for (const text of [...texts, others]) for (const word of text.words) words.add(word);
  }
  return words;
}

/** Merges two lexicons. */
export function joinLexicons(a: Lexicon, b: Lexicon): Lexicon {
  return {
    entries: [...a.entries, ...b.entries],
    words: new Set([...a.words, ...b.words]),
    listedWords: new Set([...a.listedWords, ...b.listedWords]),
  };
}

/** The entries named by `text`, with the rank from `exactness`. */
export function namedBy({ entries }: Lexicon, text: string): Map<PreparedEntry, number> {
  const key = keyOf(text);
  const named = key === '' ? [] : entries.filter(({ exact }) => exact.has(key));
  return new Map(named.map((prepared) => [prepared, exactness(prepared.entry, text)]));
}

function prepareEntry(entry: SearchEntry): PreparedEntry {
  const nameWords = wordsOf(entry.name);
  const slugWords = wordsOf(entry.slug);
  const variantWords = wordsOf(entry.variant ?? '');
  const authorWords = wordsOf(entry.author);
  const authorNames = entry.authorNames.map((name) => wordsOf(name));
  const permanentWords = wordsOf(entry.permanentSlug ?? '');
  const marks = markOf(entry, variantWords);

  const uncounted = new Set([
    ...authorWords,
    ...authorNames.flat(),
    ...(marks.length === 0 ? variantWords : []),
  ]);
  const prepare = (words: readonly string[]): PreparedText => ({
    ...fold(words),
    counts: words.map((word) => !uncounted.has(word)),
    marks: words.flatMap((word, place) => (marks.includes(word) ? [place] : [])),
  });
  const spoken = prepare([...(authorNames[0] ?? authorWords), ...nameWords]);
  const spelled = prepare([...authorWords, ...slugWords, ...variantWords]);
  const own = new Set([...spoken.words, ...spelled.words]);
  const others = fold([...permanentWords, ...authorNames.slice(1).flat()].filter((word) => !own.has(word)));

  return {
    entry,
    texts: [spoken, spelled],
    others,
    haystack: [spoken, spelled, others].map((text) => text.glued).join(' '),
    exact: exactKeys(entry),
    isDerivative: marks.length > 0,
  };
}

/**
 * The words that distinguish a derivative from its base; empty for a base and for a variant without a listed
 * base.
 */
function markOf(entry: SearchEntry, variantWords: readonly string[]): readonly string[] {
  if (entry.isAlias) return ['latest'];
  return entry.hasListedBase ? variantWords : [];
}
