import type { APIRoute } from 'astro';
import { respondCalendar } from '../../feeds/site-feeds.ts';
import { RETIRING_CALENDAR } from '../../site/feed-links.ts';

export const GET: APIRoute = () => respondCalendar(RETIRING_CALENDAR);
