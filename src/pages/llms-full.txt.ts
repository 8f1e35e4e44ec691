import type { APIRoute } from 'astro';
import { llmsFullText } from '../outputs/markdown/llms.ts';

export const GET: APIRoute = async ({ site }) => new Response(await llmsFullText(site));
