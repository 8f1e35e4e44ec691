import type { APIRoute, GetStaticPaths } from 'astro';
import { authorPathOf } from '../../../../catalog/address.ts';
import type { AuthorWithFeeds } from '../../../../feeds/author-feeds.ts';
import { feedAuthors, respondCalendar } from '../../../../feeds/site-feeds.ts';

export const getStaticPaths = (async () =>
  (await feedAuthors()).map(({ author, feeds }) => ({
    params: { author: authorPathOf(author.slug) },
    props: { author, feeds },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<AuthorWithFeeds, 'author' | 'feeds'>> = ({ props: { author, feeds } }) =>
  respondCalendar(feeds.retiring, author.slug);
