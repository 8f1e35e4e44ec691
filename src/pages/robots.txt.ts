import type { APIRoute } from 'astro';
import { absoluteUrl } from '../site/urls.ts';

/** Allows everything. The sitemap's URL depends on the host of the site. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap-index.xml', site)}\n`);
