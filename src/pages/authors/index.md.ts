import type { APIRoute } from 'astro';
import { authorsDocument } from '../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../outputs/markdown/respond.ts';

export const GET: APIRoute = async ({ site }) => markdownResponse(await authorsDocument(site));
