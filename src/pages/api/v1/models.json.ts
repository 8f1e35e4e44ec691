import type { APIRoute } from 'astro';
import { wireAnswer } from '../../../outputs/api/wire-models.ts';

/** The list in upstream's format. */
export const GET: APIRoute = async () => Response.json(await wireAnswer());
