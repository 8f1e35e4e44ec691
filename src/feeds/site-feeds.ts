import { once } from '../catalog/once.ts';
import { models, snapshot } from '../site/queries/catalog.ts';
import { history, notAskedFor, retiredModels } from '../site/queries/history.ts';
import { changesOfRankings } from '../site/queries/rankings.ts';
import { absoluteUrl } from '../site/urls.ts';
import { allFeeds, type FeedSources, type ListedFeed } from './all-feeds.ts';
import type { FeedForm } from './feed.ts';
import { printFeed } from './print-feed.ts';

/** The absolute URL of a path on this site. */
export const absolute = (path: string): string => absoluteUrl(path, new URL(import.meta.env.SITE));

/** The sources of this build's feeds. */
export const feedSources = once(async (): Promise<FeedSources> => ({
  snapshot: await snapshot(),
  models: await models(),
  unlisted: [...(await notAskedFor()), ...(await retiredModels())].map(({ model }) => model),
  history: await history(),
  rankings: await changesOfRankings(),
  absolute,
}));

/** Every feed of this build. */
export const siteFeeds = once(async (): Promise<readonly ListedFeed[]> => allFeeds(await feedSources()));

/** The paths of all feeds without extensions, as `getStaticPaths` returns them. */
export async function feedPaths(): Promise<
  { readonly params: { readonly feed: string }; readonly props: { readonly feed: ListedFeed } }[]
> {
  return (await siteFeeds()).map((feed) => ({
    params: { feed: feed.path.replace('/feeds/', '') },
    props: { feed },
  }));
}

const MEDIA_TYPES: Readonly<Record<FeedForm, string>> = {
  xml: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** A feed in one of its formats, as a response. */
export function respond(feed: ListedFeed, form: FeedForm): Response {
  return new Response(printFeed(feed.load(), form), {
    headers: { 'content-type': `${MEDIA_TYPES[form]}; charset=utf-8` },
  });
}
