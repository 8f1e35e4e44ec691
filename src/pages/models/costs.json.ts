import type { APIRoute } from 'astro';
import { costsFile } from '../../site/costs.ts';

/** What the costs of the listed models depend on. Loaded when a workload is set. */
export const GET: APIRoute = async () => Response.json(await costsFile());
