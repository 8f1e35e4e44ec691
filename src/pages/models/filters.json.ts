import type { APIRoute } from 'astro';
import { filtersFile } from '../../site/filter-index.ts';

/** The filter data of the lists of models. Loaded when a filter is first used or a URL contains one. */
export const GET: APIRoute = async () => Response.json(await filtersFile());
