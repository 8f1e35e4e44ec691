import type { APIRoute } from 'astro';
import { namesFiles } from '../../site/search-index.ts';

/** The names that search in the browser ranks, or, for a long list, which parts of it hold which words. */
export const GET: APIRoute = async () => Response.json((await namesFiles()).first);
