import type { APIRoute } from 'astro';
import { namesFiles } from '../../site/search-index.ts';

/** The names that search ranks in the browser or, for a long list, an index of its parts by word. */
export const GET: APIRoute = async () => Response.json((await namesFiles()).first);
