import type { APIRoute } from 'astro';
import { absoluteUrl } from '../site/urls.ts';

/** Everything may be read; the sitemap's address depends on where the site is hosted. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap-index.xml', site)}\n`);
