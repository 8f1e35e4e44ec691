import type { APIRoute } from 'astro';
import { mostUsedFile } from '../../site/costs.ts';

/** What the most used models are compared by. Loaded on the page of a model when a workload is set. */
export const GET: APIRoute = async () => Response.json(await mostUsedFile());
