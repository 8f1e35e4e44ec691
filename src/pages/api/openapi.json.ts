import type { APIRoute } from 'astro';
import { openApi } from '../../outputs/openapi.ts';
import { absoluteUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site }) => Response.json(openApi((path) => absoluteUrl(path, site)));
