import { matcher, valuesIn } from '../../../search/filters.ts';
import { modelIdAt, url } from '../../../site/urls.ts';
import type { Found } from './engine.ts';
import { excerptOf, type Excerpt, type PageText } from './excerpt.ts';

/** A page whose text holds the words, with the place where it does. */
export interface Mention {
  readonly href: string;
  readonly title: string;
  /** `YYYY-MM-DD`; `null` for the page of a listed model. */
  readonly retired: string | null;
  readonly excerpt: Excerpt;
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  readonly options: (options: { baseUrl: string }) => Promise<void>;
  readonly search: (text: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
  readonly destroy: () => Promise<void>;
}

interface PagefindResult {
  readonly data: () => Promise<Page>;
}

interface Page extends PageText {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Mentions {
  readonly found: readonly Mention[];
  /** Pages that hold the words, where not all of them were read for these few. */
  readonly outOf: number | null;
}

/** The engine, and the index that it has loaded. */
interface Texts {
  readonly pagefind: Pagefind;
  readonly entry: string;
}

/** Pages that are read at once, and in all, to find some that are neither known already nor filtered out. */
const BATCH = 8;
export const MOST_PAGES = 80;

let loading: Promise<Texts> | undefined;
let loads = 0;

/**
 * Pages besides the `known` ones that mention the words of a query and pass its operators and filters, best first, those of retired models
 * last. Pagefind does not know filters, because they would make its index another one at every build. The engine is loaded at the first
 * call. Rejects where the index cannot be read; one that the site has meanwhile replaced is loaded again.
 */
export async function findMentions(
  { answer: { query }, names: { lexicon }, filters }: Found,
  known: ReadonlySet<string>,
  limit: number,
): Promise<Mentions> {
  const isLeft = matcher(filters);
  const keep = (href: string): boolean => {
    const id = modelIdAt(href);
    const prepared = lexicon.entries.find(({ entry }) => entry.id === id);
    return (
      !known.has(href) &&
      prepared !== undefined &&
      query.conditions.every((condition) => condition.holds(prepared)) &&
      isLeft(prepared.entry)
    );
  };
  // The only author wanted is one of the words, since the text index does not know filters.
  const [author, ...others] = valuesIn(filters, 'author');
  const [theirs] = lexicon.entries.filter(({ entry }) => others.length === 0 && entry.author === author);
  return findPages([query.text, ...(theirs?.entry.authorNames.slice(0, 1) ?? [])].join(' '), keep, limit);
}

async function findPages(text: string, keep: (href: string) => boolean, limit: number): Promise<Mentions> {
  const isNew = loading === undefined;
  const texts = (loading ??= loadTexts());
  try {
    return await mentionsIn(await texts, text, keep, limit);
  } catch (error) {
    if (loading === texts) loading = undefined;
    await texts.then(({ pagefind }) => pagefind.destroy()).catch(() => undefined);
    // What was loaded for an earlier question may be out of date; what was loaded just now is not.
    if (isNew) throw error;
    return findPages(text, keep, limit);
  }
}

async function mentionsIn(
  { pagefind, entry }: Texts,
  text: string,
  keep: (href: string) => boolean,
  limit: number,
): Promise<Mentions> {
  const { results } = await pagefind.search(text);
  // Pagefind keeps to itself that a part of its index is missing.
  if (results.length === 0 && (await fetchEntry()) !== entry) throw new Error('The text index was replaced.');
  const [listed, retired]: [Page[], Page[]] = [[], []];
  for (let from = 0; from < Math.min(results.length, MOST_PAGES) && listed.length < limit; from += BATCH) {
    const pages = await Promise.all(results.slice(from, from + BATCH).map((result) => result.data()));
    for (const page of pages.filter(({ url }) => keep(url)))
      ('retired' in page.meta ? retired : listed).push(page);
  }
  const found = [...listed, ...retired].slice(0, limit).map(asMention);
  return { found, outOf: found.length < limit && results.length > MOST_PAGES ? results.length : null };
}

function asMention(page: Page): Mention {
  const { url, meta } = page;
  const excerpt = excerptOf(page);
  return {
    href: excerpt.kind === 'section' && excerpt.id !== '' ? `${url}#${excerpt.id}` : url,
    title: meta.title ?? url,
    retired: meta.retired ?? null,
    excerpt,
  };
}

async function loadTexts(): Promise<Texts> {
  const entry = await fetchEntry();
  // A variable, because the bundler must leave this import alone: the file exists only on the built site. A browser remembers an
  // import that failed by its address.
  const address = url(`/pagefind/pagefind.js${loads === 0 ? '' : `?${loads}`}`);
  loads += 1;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: url('/') });
  return { pagefind, entry };
}

/** What names the index of the site as it is now. */
async function fetchEntry(): Promise<string> {
  const response = await fetch(url('/pagefind/pagefind-entry.json'), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The text index answered ${response.status}.`);
  return response.text();
}
