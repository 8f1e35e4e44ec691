import { normalizeText, squeeze, straighten, wordsOf } from '../match/words.ts';
import { isList, keysIn, valuesIn, withValues, type Filters } from '../filters.ts';
import { readAmounts } from './amounts.ts';
import type { KnownFilters, ListNeed, Meaning, Need, NeedSort } from './need.ts';
import { isFiller, MAX_PHRASE_LENGTH, MEANINGS } from './phrases.ts';

/** Common names of authors that are not in the names of their models, by slug. */
const COMMON_NAMES: Readonly<Record<string, readonly string[]>> = {
  'z-ai': ['Zhipu', 'Zhipu AI'],
  'meta-llama': ['Facebook'],
  amazon: ['AWS'],
  google: ['DeepMind', 'Google DeepMind'],
  moonshotai: ['Moonshot'],
  'ibm-granite': ['Granite'],
  nousresearch: ['Nous Research'],
  thinkingmachines: ['Thinking Machines Lab'],
};

/** The slugs of authors by each of their names, without spaces and punctuation. */
export type AuthorsByName = ReadonlyMap<string, readonly string[]>;

/** `authors` are rows of slug, display name and other names. */
export function authorsByName(authors: readonly (readonly string[])[]): AuthorsByName {
  const slugs = new Map<string, Set<string>>();
  for (const [slug = '', ...names] of authors) {
    const common = Object.hasOwn(COMMON_NAMES, slug) ? (COMMON_NAMES[slug] ?? []) : [];
    for (const name of [slug, ...names, ...common]) {
      const key = squeeze(name);
      slugs.set(key, (slugs.get(key) ?? new Set()).add(slug));
    }
  }
  return new Map([...slugs].map(([key, found]) => [key, [...found]]));
}

/** A phrase or the name of an author. */
type Part =
  | { readonly kind: 'phrase'; readonly meanings: readonly Meaning[] }
  | { readonly kind: 'author'; readonly slugs: readonly string[] };

const MAX_AUTHOR_LENGTH = 4;

/**
 * The needs in a text, best first. Empty if a word is not part of a need, because such a text is more likely
 * a name.
 */
export function readNeeds(typed: string, authors: AuthorsByName): Need[] {
  const { filters, sort, rest } = readAmounts(normalizeText(straighten(typed)));
  const words = wordsOf(rest);
  const hasAmounts = keysIn(filters).length > 0 || sort !== null;
  const isAlone = words.length === 1 && !hasAmounts;
  const parts = partsOf(words, authors, isAlone);
  if (parts === null) return [];
  const meanings = parts.flatMap((part) => (part.kind === 'phrase' ? [part.meanings] : []));
  const slugs = parts.flatMap((part) => (part.kind === 'author' ? part.slugs : []));
  if (meanings.length === 0 && !hasAmounts) {
    return slugs.map((slug) => ({ kind: 'author', slug }));
  }
  const own = slugs.length === 0 ? filters : withValues(filters, 'author', slugs);
  const [only] = meanings;
  if (only !== undefined && meanings.length === 1 && keysIn(own).length === 0 && sort === null) {
    return only.flatMap((meaning) => needOf([meaning], own, null) ?? []);
  }
  return [
    needOf(
      meanings.flatMap(([first]) => first ?? []),
      own,
      sort,
    ),
  ].filter((need) => need !== null);
}

/** The parts of a text; `null` where a word belongs to no part. Longer parts are read first. */
function partsOf(words: readonly string[], authors: AuthorsByName, isAlone: boolean): Part[] | null {
  const parts: Part[] = [];
  for (let from = 0; from < words.length;) {
    const found = partAt(words, from, authors, isAlone);
    if (found !== null) parts.push(found.part);
    else if (!isFiller(words[from] ?? '')) return null;
    from += found?.length ?? 1;
  }
  return parts;
}

function partAt(
  words: readonly string[],
  from: number,
  authors: AuthorsByName,
  isAlone: boolean,
): { readonly part: Part; readonly length: number } | null {
  for (let length = MAX_PHRASE_LENGTH; length > 0; length -= 1) {
    const run = words.slice(from, from + length);
    if (run.length < length) continue;
    const meanings = MEANINGS.get(run.join(' '));
    // `models` alone means a page. With other words it is only a filler.
    const isJoining = length === 1 && isFiller(run[0] ?? '') && !isAlone;
    if (meanings !== undefined && !isJoining) return { part: { kind: 'phrase', meanings }, length };
    const slugs = length > MAX_AUTHOR_LENGTH ? undefined : authors.get(squeeze(run.join(' ')));
    if (slugs !== undefined) return { part: { kind: 'author', slugs }, length };
  }
  return null;
}

/** The combination of several meanings; `null` if they contradict: a page has no filters and no order. */
function needOf(meanings: readonly Meaning[], given: Filters, ordered: NeedSort | null): Need | null {
  const page = meanings.find((meaning) => meaning.page !== undefined)?.page;
  if (page !== undefined) {
    return meanings.length === 1 && keysIn(given).length === 0 && ordered === null
      ? { kind: 'page', page }
      : null;
  }
  const categories = [...new Set(meanings.flatMap(({ category }) => category ?? []))];
  const outputs = [...new Set(meanings.flatMap(({ output }) => output ?? []))];
  const filters = [
    ...meanings.map((meaning) => meaning.filters ?? {}),
    { category: categories, out: outputs } satisfies KnownFilters,
  ].reduce<Filters>(together, given);
  const sort = ordered ?? meanings.findLast((meaning) => meaning.sort !== undefined)?.sort ?? null;
  const [category] = categories;
  const [output] = outputs;
  const isOnlyOutput = sort === null && outputs.length === 1 && keysIn(filters).length === 1;
  const need: ListNeed = {
    kind: 'list',
    filters,
    sort,
    category: categories.length === 1 ? (category ?? null) : null,
    output: isOnlyOutput ? (output ?? null) : null,
  };
  return need;
}

/** Combines filters: values of lists add up, other values are replaced. */
function together(filters: Filters, more: Filters): Filters {
  return keysIn(more).reduce((sum, key) => {
    const values = valuesIn(more, key);
    return withValues(sum, key, isList(key) ? [...new Set([...valuesIn(sum, key), ...values])] : values);
  }, filters);
}
