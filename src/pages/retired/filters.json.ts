import type { APIRoute } from 'astro';
import { retiredFiltersFile } from '../../site/filter-index.ts';

/** The filter data of the list of retired models. Loaded when a URL contains a filter. */
export const GET: APIRoute = async () => Response.json(await retiredFiltersFile());
