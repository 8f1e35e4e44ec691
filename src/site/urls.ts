import { authorPathOf, idAt, pathOf, withoutTrailingSlash } from '../catalog/address.ts';
import { DEFAULT_AUTHOR_ORDER, type AuthorOrderKey } from '../catalog/author-order.ts';
import type { ModelId } from '../catalog/model.ts';
import type { SortKey } from '../catalog/sort.ts';

const BASE = withoutTrailingSlash(import.meta.env.BASE_URL);

/** A URL of this site under the base path: `/models/` → `/catalog/models/`. */
export function url(path: string): string {
  return `${BASE}${path}`;
}

/** The same URL with its origin, for feeds, canonical links and machines. */
export function absoluteUrl(path: string, site: URL | undefined): string {
  return new URL(url(path), site).href;
}

/**
 * `webcal://models.example/feeds/retiring.ics`, which calendar apps subscribe to. `null` for a site without an
 * address of its own, built for this machine: no app elsewhere could read it.
 */
export function webcalUrl(path: string, site: URL | undefined): string | null {
  if (site === undefined || site.hostname === 'localhost') return null;
  return absoluteUrl(path, site).replace(/^https?:/, 'webcal:');
}

/** `/models/openai/gpt-4o/`. Throws for an invalid id; rows with one never leave quarantine. */
export function modelPath(id: ModelId): string {
  return `/models/${pathOf(id)}/`;
}

/** `/models/openai/gpt-4o.json`: the record of a model for machines. */
export function modelRecordPath(id: ModelId): string {
  return `/models/${pathOf(id)}.json`;
}

/** `/models/openai/gpt-4o.md`: the page of a model as Markdown. */
export function modelMarkdownPath(id: ModelId): string {
  return `/models/${pathOf(id)}.md`;
}

/** `/models/openai/gpt-4o.svg`: the badge of a model. */
export function badgePath(id: ModelId): string {
  return `/models/${pathOf(id)}.svg`;
}

/** `/models/openai/gpt-4o.shields.json`: the same badge for shields.io to draw. */
export function shieldsPath(id: ModelId): string {
  return `/models/${pathOf(id)}.shields.json`;
}

/** `/embed/models/openai/gpt-4o/`: the card of a model for frames on other sites. */
export function cardPath(id: ModelId): string {
  return `/embed/models/${pathOf(id)}/`;
}

/** `/authors/openai/index.md`: a list as Markdown. */
export function listMarkdownPath(list: string): string {
  return `${list}index.md`;
}

/** `/api/v1/history/openai/gpt-4o.json`: every change and every price of a model. */
export function modelHistoryPath(id: ModelId): string {
  return `/api/v1/history/${pathOf(id)}.json`;
}

/** `/authors/openai/`. */
export function authorPath(author: string): string {
  return `/authors/${authorPathOf(author)}/`;
}

/** `/authors/`, `/authors/by/newest/`: all authors in an order. */
export function authorOrderPath(key: AuthorOrderKey): string {
  return key === DEFAULT_AUTHOR_ORDER ? '/authors/' : `/authors/by/${key}/`;
}

export function sortPath(key: SortKey, page = 1): string {
  return page === 1 ? `/models/by/${key}/` : `/models/by/${key}/${page}/`;
}

/** `/changes/models/openai/gpt-4o/`: all changes to a model. */
export function modelChangesPath(id: ModelId): string {
  return `/changes/models/${pathOf(id)}/`;
}

/** `/changes/authors/openai/`: all changes to an author's models. */
export function authorChangesPath(author: string): string {
  return `/changes/authors/${authorPathOf(author)}/`;
}

/** `/families/anthropic/claude-sonnet/`: the prices of all models of one line. */
export function familyPath({ author, slug }: { readonly author: string; readonly slug: string }): string {
  return `/families/${pathOf(`${author}/${slug}`)}/`;
}

/** `/changes/2026-08/`. */
export function monthPath(month: string): string {
  return `/changes/${month}/`;
}

export function categoryPath(category: string): string {
  return `/categories/${category}/`;
}

/** `/outputs/embeddings/`. */
export function outputPath(output: string): string {
  return `/outputs/${output}/`;
}

/** `/compare/?m=openai/gpt-4o&m=openai/gpt-4.1`: models side by side, in this order. */
export function comparePath(ids: readonly ModelId[]): string {
  return `/compare/${ids.map((id, place) => `${place === 0 ? '?' : '&'}m=${queryId(id)}`).join('')}`;
}

/** An id in an address. Keeps its slash and its colon, which may stand there. */
function queryId(id: ModelId): string {
  return encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/** `/search/?q=gpt`. */
export function searchPath(parameters: URLSearchParams): string {
  return parameters.size > 0 ? `/search/?${parameters}` : '/search/';
}

/** The id of the model whose page is at `address`, a path under the base path; `null` for other pages. */
export function modelIdAt(address: string): string | null {
  const models = url('/models/');
  return address.startsWith(models) ? idAt(address.slice(models.length).replace(/\/$/, '')) : null;
}

export const openRouterUrl = (id: ModelId): string => `https://openrouter.ai/${queryId(id)}`;

/** The URL of a path on OpenRouter's own host, for upstream's resource links. */
export const openRouterResourceUrl = (path: string): string => `https://openrouter.ai${path}`;

/** As in upstream's own links. */
export const chatUrl = (id: ModelId): string => `https://openrouter.ai/chat?models=${queryId(id)}`;

export const huggingFaceUrl = (id: string): string =>
  `https://huggingface.co/${id.split('/').map(encodeURIComponent).join('/')}`;
