import type { APIRoute } from 'astro';
import { apiCatalog } from '../../outputs/openapi.ts';
import { absoluteUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site }) => Response.json(apiCatalog((path) => absoluteUrl(path, site)));
