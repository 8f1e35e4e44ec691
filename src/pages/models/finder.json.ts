import type { APIRoute } from 'astro';
import { finderFile } from '../../site/finder.ts';

/** Names and groups of models for the finder of the home page. */
export const GET: APIRoute = async () => Response.json(await finderFile());
