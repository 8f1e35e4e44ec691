import type { APIRoute } from 'astro';
import { catalogAnswer } from '../../../outputs/api/lists.ts';

export const GET: APIRoute = async ({ site }) => Response.json(await catalogAnswer(site));
