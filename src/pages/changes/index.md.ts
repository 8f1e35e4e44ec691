import type { APIRoute } from 'astro';
import { changesDocument } from '../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../outputs/markdown/respond.ts';

export const GET: APIRoute = async () => markdownResponse(await changesDocument());
