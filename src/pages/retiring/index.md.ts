import type { APIRoute } from 'astro';
import { retiringDocument } from '../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../outputs/markdown/respond.ts';

export const GET: APIRoute = async ({ site }) => markdownResponse(await retiringDocument(site));
