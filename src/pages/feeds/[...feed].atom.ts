import type { APIRoute, GetStaticPaths } from 'astro';
import type { ListedFeed } from '../../feeds/listed-feed.ts';
import { feedPaths, respond } from '../../feeds/site-feeds.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: ListedFeed }> = ({ props }) => respond(props.feed, 'atom');
