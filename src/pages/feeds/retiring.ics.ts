import type { APIRoute } from 'astro';
import { retiringCalendar } from '../../feeds/retiring-calendar.ts';
import { feedSources } from '../../feeds/site-feeds.ts';

export const GET: APIRoute = async () =>
  new Response(retiringCalendar(await feedSources()), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
