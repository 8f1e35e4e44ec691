import type { APIRoute } from 'astro';
import { changesAnswer } from '../../../outputs/api/lists.ts';

export const GET: APIRoute = async () => Response.json(await changesAnswer());
