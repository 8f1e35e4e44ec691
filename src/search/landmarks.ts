import { CATEGORIES, CATEGORY_NAMES } from '../catalog/categories.ts';
import type { SearchEntry } from './entry.ts';
import { NOTHING_KNOWN } from './filterable.ts';
import { prepareLexicon, type Lexicon } from './match/lexicon.ts';
import type { NameTable } from './index/name-index.ts';
import { rankByWords } from './match/rank.ts';
import { wordsOf } from './match/words.ts';

/** Another search target besides models: an author or a category. */
export interface Landmark {
  readonly kind: 'author' | 'category';
  /** The author's slug or the category's key. */
  readonly key: string;
  readonly name: string;
}

export interface Landmarks {
  readonly lexicon: Lexicon;
  readonly byId: ReadonlyMap<string, Landmark>;
}

export function prepareLandmarks({ authors, categories }: NameTable): Landmarks {
  const all: Landmark[] = [
    ...authors.flatMap(([key = '', ...names]) =>
      names.map((name) => ({ kind: 'author' as const, key, name })),
    ),
    ...CATEGORY_NAMES.filter((key) => categories.includes(key)).map((key) => ({
      kind: 'category' as const,
      key,
      name: CATEGORIES[key].label,
    })),
  ];
  // A search for an exact id ranks it first, so these ids must be texts that nobody types.
  const byId = new Map(all.map((landmark, place) => [`landmark ${place} of ${landmark.kind}`, landmark]));
  return { byId, lexicon: prepareLexicon([...byId].map(([id, landmark]) => asEntry(id, landmark))) };
}

/** Authors and categories that match all typed words, without duplicates, best first. */
export function findLandmarks({ lexicon, byId }: Landmarks, typed: string): Landmark[] {
  const words = wordsOf(typed).map((text) => ({ text, means: null }));
  const found = new Map<string, Landmark>();
  for (const { missing, prepared } of rankByWords(lexicon, words)) {
    const landmark = byId.get(prepared.entry.id);
    if (missing > 0 || landmark === undefined) continue;
    const id = `${landmark.kind} ${landmark.key}`;
    if (!found.has(id)) found.set(id, landmark);
  }
  return [...found.values()];
}

/** An entry with only a name, ranked like a model. */
function asEntry(id: string, { key, name }: Landmark): SearchEntry {
  return {
    ...NOTHING_KNOWN,
    id,
    name,
    author: '',
    authorNames: [],
    prefix: null,
    slug: key,
    variant: null,
    isAlias: false,
    aliasTarget: null,
    hasListedBase: false,
    permanentSlug: null,
    formerly: [],
    popularity: null,
    retired: null,
    replacement: null,
  };
}
