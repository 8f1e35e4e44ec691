import type { APIRoute } from 'astro';
import { llmsText } from '../outputs/markdown/llms.ts';

export const GET: APIRoute = async ({ site }) => new Response(await llmsText(site));
