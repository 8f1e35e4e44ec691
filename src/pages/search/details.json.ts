import type { APIRoute } from 'astro';
import { namesFiles } from '../../site/search-index.ts';

/** What filters and needs read of the models in `names.json`; `null` for a long list, whose parts hold it. */
export const GET: APIRoute = async () => Response.json((await namesFiles()).details);
