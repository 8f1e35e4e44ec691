import type { APIRoute } from 'astro';
import { filtersFile } from '../../site/filter-index.ts';

/** What the lists of models are filtered by: loaded when a filter is touched, or when an address names one. */
export const GET: APIRoute = async () => Response.json(await filtersFile());
