import type { APIRoute } from 'astro';
import { OPEN_SEARCH_TYPE } from '../site/head.ts';
import { openSearch } from '../site/open-search.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(openSearch(site), { headers: { 'Content-Type': OPEN_SEARCH_TYPE } });
