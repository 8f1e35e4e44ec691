import type { APIRoute } from 'astro';
import { retiredAnswer } from '../../../outputs/api/lists.ts';

export const GET: APIRoute = async ({ site }) => Response.json(await retiredAnswer(site));
