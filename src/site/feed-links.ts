import { authorPathOf, pathOf } from '../catalog/address.ts';
import { CATEGORIES, type Category } from '../catalog/categories.ts';
import type { Author, Model } from '../catalog/model.ts';
import { nameOnce } from '../catalog/names.ts';
import type { AlternateLink, FeedLink } from './head.ts';

/** A feed as pages link to it and list it. */
export interface FeedInfo {
  /** Without the extension of a format: `/feeds/new`. */
  readonly path: string;
  readonly title: string;
  /** What the feed contains, in one sentence. */
  readonly about: string;
}

/** A calendar as pages link to it and list it. */
export interface CalendarInfo {
  /** With its extension: `/feeds/retiring.ics`. */
  readonly path: string;
  readonly title: string;
}

const PRICE_DROPS =
  'that became cheaper by at least 1%, input and output taken together 3:1, or became free.';
const PRICE_RISES =
  'that became more expensive by at least 1%, input and output taken together 3:1, or are no longer free.';

/** Feeds of the whole catalog. */
export const SITE_FEEDS = {
  new: {
    path: '/feeds/new',
    title: 'New models',
    about: 'Newly listed models, while they are listed.',
  },
  newChat: {
    path: '/feeds/new-chat',
    title: 'New models, to try',
    about: 'The same, with links to OpenRouter’s chat page for models that chat.',
  },
  changes: {
    path: '/feeds/changes',
    title: 'All changes',
    about:
      'New and removed models, and changes to prices, limits, features, names and removal dates. One entry has all changes to a model and its variants in one capture. It covers at least the last seven days.',
  },
  priceDrops: {
    path: '/feeds/price-drops',
    title: 'Price decreases',
    about: `Models ${PRICE_DROPS}`,
  },
  priceRises: {
    path: '/feeds/price-rises',
    title: 'Price increases',
    about: `Models ${PRICE_RISES}`,
  },
  retiring: {
    path: '/feeds/retiring',
    title: 'Retiring models',
    about: 'Removal dates that OpenRouter sets, moves or withdraws, with possible replacements.',
  },
} as const satisfies Record<string, FeedInfo>;

/** The removal dates as events of a calendar. */
export const RETIRING_CALENDAR: CalendarInfo = { path: '/feeds/retiring.ics', title: 'Retiring models' };

/** An OPML list of all feeds, for import into feed readers. */
export const FEED_LIST = '/feeds/modeldex.opml';

export function categoryFeed(category: Category): FeedInfo {
  const { label } = CATEGORIES[category];
  return {
    path: `/feeds/categories/${category}`,
    title: `Most used for ${label}`,
    about: `Models that enter or leave the list of those used for ${label}, or its first ten.`,
  };
}

export function categoryChatFeed(category: Category): FeedInfo {
  const { path, title, about } = categoryFeed(category);
  return {
    path: `${path}-chat`,
    title: `${title}, to try`,
    about: `${about} Links lead to the chat page for models that chat.`,
  };
}

/** The feeds and the calendar of one author. */
export interface AuthorFeeds {
  readonly changes: FeedInfo;
  readonly priceRises: FeedInfo;
  readonly priceDrops: FeedInfo;
  /** The removal dates of the author's models as events of a calendar. */
  readonly retiring: CalendarInfo;
}

/** What an author's feeds and calendar contain, in a word or two. */
export const AUTHOR_FEED_LABELS = {
  changes: 'All changes',
  priceRises: 'Price increases',
  priceDrops: 'Price decreases',
  retiring: 'Removal dates',
} as const satisfies Record<keyof AuthorFeeds, string>;

/** `label` is the author's name as `labelAuthors` gives it: two slugs can share a name. */
export function authorFeeds(slug: Author['slug'], label: string): AuthorFeeds {
  const path = `/feeds/authors/${authorPathOf(slug)}`;
  return {
    changes: {
      path,
      title: `Models by ${label}`,
      about: `All changes to the models of ${label}.`,
    },
    priceRises: {
      path: `${path}/price-rises`,
      title: `Price increases: ${label}`,
      about: `Models of ${label} ${PRICE_RISES}`,
    },
    priceDrops: {
      path: `${path}/price-drops`,
      title: `Price decreases: ${label}`,
      about: `Models of ${label} ${PRICE_DROPS}`,
    },
    retiring: { path: `${path}/retiring.ics`, title: `Retiring models by ${label}` },
  };
}

/** `/feeds/models/openai/gpt-4o` */
export function modelFeedPath(id: Model['id']): string {
  return `/feeds/models/${pathOf(id)}`;
}

export function modelFeed({ id, fullName }: Pick<Model, 'id' | 'fullName'>): FeedInfo {
  const name = nameOnce(fullName) || id;
  return {
    path: modelFeedPath(id),
    title: name,
    about: `All changes to ${name} (${id}).`,
  };
}

/** The calendar as a link in the head of a page. */
export function calendarLink({ title, path }: CalendarInfo): AlternateLink {
  return { title: `${title}, as a calendar`, path, type: 'text/calendar' };
}

/** The feed as a link in the head of a page. */
export function feedLink({ title, path }: FeedInfo): FeedLink {
  return { title, path: `${path}.xml` };
}
