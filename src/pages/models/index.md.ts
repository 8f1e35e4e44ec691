import type { APIRoute } from 'astro';
import { modelsDocument } from '../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../outputs/markdown/respond.ts';

export const GET: APIRoute = async ({ site }) => markdownResponse(await modelsDocument(site));
