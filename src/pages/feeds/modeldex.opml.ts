import type { APIRoute } from 'astro';
import { opml } from '../../feeds/opml.ts';
import { absolute, siteFeeds } from '../../feeds/site-feeds.ts';
import { snapshot } from '../../site/queries/catalog.ts';

export const GET: APIRoute = async () =>
  new Response(opml(await siteFeeds(), absolute, (await snapshot()).capturedAt), {
    headers: { 'content-type': 'text/x-opml; charset=utf-8' },
  });
