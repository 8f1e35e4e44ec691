import type { APIRoute } from 'astro';
import { categoriesDocument } from '../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../outputs/markdown/respond.ts';

export const GET: APIRoute = async ({ site }) => markdownResponse(await categoriesDocument(site));
