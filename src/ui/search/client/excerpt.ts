import type { Stretch } from '../../../search/match/highlight.ts';

/** The part of a page of the text index that is used here. Positions are word indices in its text. */
export interface PageText {
  readonly content: string;
  /** Positions of the searched words. */
  readonly locations: readonly number[];
  /** Headings and other anchors. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** The excerpt of a hit: a sentence, or the section that contains it. */
export type Excerpt =
  | { readonly kind: 'sentence'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'name' }
  | { readonly kind: 'section'; readonly title: string; readonly id: string };

/** Maximum length of a sentence in words; longer ones are cut around the hit. */
const MAX_WORDS = 32;
const WORDS_BEFORE = 10;
/** Words at the start of a page to skip: results show the name and the line below it anyway. */
const HEAD = 2;
const SENTENCE_END = /[.!?…]["”’)\]]*$/u;

/**
 * The best hit of a page. Before the first section, a page describes a model in sentences. Sections are
 * mostly tables and lists, so only their heading is readable.
 */
export function excerptOf({ content, locations, anchors }: PageText): Excerpt {
  const words = content.split(/\s+/u);
  const sections = anchors.filter(({ element }) => element === 'h2').sort((a, b) => a.location - b.location);
  const end = sections[0]?.location ?? words.length;
  const hits = new Set(locations);
  const [best] = sentencesOf(words.slice(0, end))
    .map((sentence, place) => ({ sentence, place, isHead: place < HEAD, held: held(sentence, words, hits) }))
    .filter((one) => one.held > 0)
    .sort((a, b) => b.held - a.held || Number(a.isHead) - Number(b.isHead));
  if (best?.place === 0) return { kind: 'name' };
  if (best) return { kind: 'sentence', stretches: stretchesOf(best.sentence, words, hits) };
  const [first = -1] = [...locations].sort((a, b) => a - b);
  const section = sections.findLast(({ location }) => location <= first);
  return { kind: 'section', title: section?.text ?? '', id: section?.id ?? '' };
}

/** Range of word indices. */
type Sentence = readonly [from: number, to: number];

function sentencesOf(words: readonly string[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  words.forEach((word, place) => {
    if (!SENTENCE_END.test(word) && place < words.length - 1) return;
    sentences.push([from, place + 1]);
    from = place + 1;
  });
  return sentences;
}

/** The number of distinct searched words in a sentence. */
function held([from, to]: Sentence, words: readonly string[], hits: ReadonlySet<number>): number {
  return new Set(words.slice(from, to).filter((_, place) => hits.has(from + place))).size;
}

function stretchesOf([from, to]: Sentence, words: readonly string[], hits: ReadonlySet<number>): Stretch[] {
  let first = from;
  while (!hits.has(first)) first += 1;
  const start =
    to - from <= MAX_WORDS ? from : Math.max(from, Math.min(first - WORDS_BEFORE, to - MAX_WORDS));
  const end = Math.min(to, start + MAX_WORDS);
  const shown = words.slice(start, end).map((text, place) => ({ text, isHit: hits.has(start + place) }));
  return [
    ...(start > from ? [{ text: '… ', isHit: false }] : []),
    ...shown.flatMap((word, place) => (place === 0 ? [word] : [{ text: ' ', isHit: false }, word])),
    ...(end < to ? [{ text: ' …', isHit: false }] : []),
  ];
}
