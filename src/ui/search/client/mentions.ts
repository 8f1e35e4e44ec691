import { integer } from '../../../catalog/format.ts';
import { matcher, valuesIn } from '../../../search/filters.ts';
import { modelIdAt, url } from '../../../site/urls.ts';
import type { Found } from './engine.ts';
import { excerptOf, type Excerpt, type PageText } from './excerpt.ts';

/** A page whose text contains the words, with the position of the hit. */
export interface Mention {
  readonly href: string;
  readonly title: string;
  /** `YYYY-MM-DD`; `null` if the model is listed. */
  readonly retired: string | null;
  readonly excerpt: Excerpt;
}

/** The part of Pagefind's API that is used here. */
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
  /** Says that not all matching pages were read; empty if they were. */
  readonly note: string;
}

/** The engine and the index it has loaded. */
interface Texts {
  readonly pagefind: Pagefind;
  readonly entry: string;
}

/** The number of pages read at once and in total, to find enough that are neither known nor filtered out. */
const BATCH = 8;
const MAX_PAGES_READ = 80;

let loading: Promise<Texts> | undefined;
let loads = 0;

/**
 * Pages other than the `known` ones whose text contains the words of a query and that pass its operators and
 * filters, best first, retired models last. Filters are not in Pagefind's index, because they would change it
 * in every build. Loads the engine on the first call. Rejects if the index cannot be read; an index that was
 * replaced on the site is loaded again.
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
  // If exactly one author is selected, the author becomes a search word, since the text index has no filters.
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
    // An index that was loaded for an earlier query may be out of date; one loaded just now is not.
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
  // Pagefind does not report missing parts of its index.
  if (results.length === 0 && (await fetchEntry()) !== entry) throw new Error('The text index was replaced.');
  const [listed, retired]: [Page[], Page[]] = [[], []];
  for (
    let from = 0;
    from < Math.min(results.length, MAX_PAGES_READ) && listed.length < limit;
    from += BATCH
  ) {
    const pages = await Promise.all(results.slice(from, from + BATCH).map((result) => result.data()));
    for (const page of pages.filter(({ url }) => keep(url)))
      ('retired' in page.meta ? retired : listed).push(page);
  }
  const found = [...listed, ...retired].slice(0, limit).map(asMention);
  const note =
    found.length < limit && results.length > MAX_PAGES_READ
      ? `Of ${integer(results.length)} pages with these words, only ${MAX_PAGES_READ} were read.`
      : '';
  return { found, note };
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
  // A variable keeps the bundler from resolving this import: the file exists only on the built site. Browsers
  // cache a failed import by URL, so each retry uses another query.
  const address = url(`/pagefind/pagefind.js${loads === 0 ? '' : `?${loads}`}`);
  loads += 1;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: url('/') });
  return { pagefind, entry };
}

/** Fetches the identifier of the site's current index. */
async function fetchEntry(): Promise<string> {
  const response = await fetch(url('/pagefind/pagefind-entry.json'), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The text index answered ${response.status}.`);
  return response.text();
}
