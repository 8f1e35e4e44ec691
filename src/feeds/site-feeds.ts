import type { Author } from '../catalog/model.ts';
import { once } from '../catalog/once.ts';
import type { CalendarInfo } from '../site/feed-links.ts';
import { models, snapshot } from '../site/queries/catalog.ts';
import { history, notAskedFor, retiredModels } from '../site/queries/history.ts';
import { changesOfRankings } from '../site/queries/rankings.ts';
import { absoluteUrl } from '../site/urls.ts';
import { allFeeds } from './all-feeds.ts';
import { authorsWithFeeds, type AuthorWithFeeds } from './author-feeds.ts';
import type { FeedForm } from './feed.ts';
import { knownModels, type FeedSources, type ListedFeed } from './listed-feed.ts';
import { printFeed } from './print-feed.ts';
import { calendarsOf } from './retiring-calendar.ts';

/** The absolute URL of a path on this site. */
export const absolute = (path: string): string => absoluteUrl(path, new URL(import.meta.env.SITE));

/** The sources of this build's feeds. */
const feedSources = once(async (): Promise<FeedSources> => ({
  snapshot: await snapshot(),
  models: await models(),
  unlisted: [...(await notAskedFor()), ...(await retiredModels())].map(({ model }) => model),
  history: await history(),
  rankings: await changesOfRankings(),
  absolute,
}));

/** Every feed of this build. */
export const siteFeeds = once(async (): Promise<readonly ListedFeed[]> => allFeeds(await feedSources()));

/** The authors that have feeds of their own, sorted by label. */
export const feedAuthors = once(async (): Promise<readonly AuthorWithFeeds[]> =>
  authorsWithFeeds(knownModels(await feedSources())),
);

const calendars = once(async () => calendarsOf(await feedSources()));

/** A calendar of the removal dates of all models, or of those of one author, as a response. */
export async function respondCalendar(calendar: CalendarInfo, author?: Author['slug']): Promise<Response> {
  return new Response((await calendars())(calendar, author), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

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
