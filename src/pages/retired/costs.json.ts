import type { APIRoute } from 'astro';
import { retiredCostsFile } from '../../site/costs.ts';

/** What the costs of the retired models depend on. Loaded when a workload is set. */
export const GET: APIRoute = async () => Response.json(await retiredCostsFile());
