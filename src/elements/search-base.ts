import { authorPathOf, idAt, pathOf } from '../catalog/address.ts';

/** The base path, without a slash at its end. */
export const BASE = import.meta.env.BASE_URL.replace(/\/+$/, '');

export const modelHref = (id: string): string => `${BASE}/models/${pathOf(id)}/`;

/** The id of the model whose page is at `href`; `null` for other pages. */
export function modelIdOf(href: string): string | null {
  return href.startsWith(MODELS_HREF) ? idAt(href.slice(MODELS_HREF.length).replace(/\/$/, '')) : null;
}

export const authorHref = (author: string): string => `${BASE}/authors/${authorPathOf(author)}/`;

export const categoryHref = (category: string): string => `${BASE}/categories/${category}/`;

export const searchHref = (parameters: URLSearchParams): string =>
  `${BASE}/search/${parameters.size > 0 ? `?${parameters}` : ''}`;

export const MODELS_HREF = `${BASE}/models/`;
