import type { Stretch } from '../catalog/search/highlight.ts';
import { BASE } from './search-base.ts';

/** A page whose text holds the words, with the place where it does. */
export interface Mention {
  readonly href: string;
  readonly title: string;
  readonly excerpt: readonly Stretch[];
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  readonly options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>;
  readonly search: (text: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly data: () => Promise<Page>;
}

interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface Mentions {
  readonly found: readonly Mention[];
  /** Pages that hold the words, where not all of them were read for these few. */
  readonly outOf: number | null;
}

const EXCERPT_WORDS = 22;
/** Pages that are read at once, and in all, to find some that are neither known already nor filtered out. */
const BATCH = 8;
export const MOST_PAGES = 80;

let loading: Promise<Pagefind> | undefined;

/**
 * Pages that mention the words and that `keep` lets through, best first, those of retired models last. Facets are left to `keep`, because filters make Pagefind
 * write another index at every build. The engine is loaded at the first call.
 */
export async function findMentions(
  text: string,
  keep: (href: string) => boolean,
  limit: number,
): Promise<Mentions> {
  const pagefind = await (loading ??= loadPagefind().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
  const { results } = await pagefind.search(text);
  const [listed, retired]: [Page[], Page[]] = [[], []];
  for (let from = 0; from < Math.min(results.length, MOST_PAGES) && listed.length < limit; from += BATCH) {
    const pages = await Promise.all(results.slice(from, from + BATCH).map((result) => result.data()));
    for (const page of pages.filter(({ url }) => keep(url)))
      ('retired' in page.meta ? retired : listed).push(page);
  }
  const found = [...listed, ...retired].slice(0, limit).map(({ url, meta, excerpt }) => ({
    href: url,
    title: meta.title ?? url,
    excerpt: readExcerpt(excerpt),
  }));
  return { found, outOf: found.length < limit && results.length > MOST_PAGES ? results.length : null };
}

async function loadPagefind(): Promise<Pagefind> {
  // A variable, because the bundler must leave this import alone: the file exists only on the built site.
  const address = `${BASE}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: `${BASE}/`, excerptLength: EXCERPT_WORDS });
  return pagefind;
}

/** An excerpt is markup with `<mark>` around hits; only its text and its marks are taken over. */
function readExcerpt(html: string): Stretch[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    isHit: node.nodeName === 'MARK',
  }));
}
