import { CATEGORIES, CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import { nameOnce } from '../catalog/names.ts';
import { once } from '../catalog/once.ts';
import { canChat } from '../catalog/request-kind.ts';
import { cleanLine } from '../catalog/text.ts';
import type { Change } from '../history/change.ts';
import { daysEarlier } from '../history/time.ts';
import * as links from '../site/feed-links.ts';
import { categoryPath, chatUrl, modelPath, sortPath } from '../site/urls.ts';
import { authorFeeds } from './author-feeds.ts';
import { categoryItem } from './category-item.ts';
import { findingItem, newModelItem, retiringItem, groupItem } from './change-item.ts';
import { MIN_DAYS, MAX_ITEMS, type FeedItem } from './feed.ts';
import { groupChanges, type ChangeGroup } from './change-groups.ts';
import { itemContextOf } from './item-context.ts';
import {
  knownModels,
  listedFeed,
  type FeedContext,
  type FeedSources,
  type KnownModels,
  type ListedFeed,
} from './listed-feed.ts';
import {
  feedChangesOf,
  findingsIn,
  newModels,
  priceMoves,
  retirements,
  type Finding,
} from './feed-changes.ts';

/**
 * Every feed of the site. Retired models and authors keep their feeds, so that subscribers learn of the
 * removal.
 */
export function allFeeds(sources: FeedSources): readonly ListedFeed[] {
  const known = knownModels(sources);
  const context = itemContextOf(sources, known);
  const items = new Map<string, FeedItem>();
  const itemOf = (group: ChangeGroup): FeedItem => {
    const key = group.map((change) => change.key).join('\n');
    const item = items.get(key) ?? groupItem(group, context);
    items.set(key, item);
    return item;
  };
  const hasPage = ({ id }: Change): boolean => known.has(id);
  const feeds: FeedContext = {
    sources,
    known,
    context,
    itemsOf: (all) => first(all).map(itemOf),
    hasPage,
    priceMoves: once(() => priceMoves(sources.history, hasPage)),
    findings: () =>
      lastWeekOf(findingsIn(sources.history.changes().filter(hasPage)), sources.snapshot.capturedAt),
  };
  return [
    ...generalFeeds(feeds),
    ...CATEGORY_NAMES.flatMap((category) => categoryFeeds(feeds, category)),
    ...authorFeeds(feeds),
    ...[...known.values()].map((model) =>
      listedFeed(sources, {
        group: 'model',
        info: links.modelFeed(model),
        author: model.author,
        page: modelPath(model.id),
        items: () => feeds.itemsOf(groupChanges(feedChangesOf(sources.history, model.id).filter(hasPage))),
      }),
    ),
  ];
}

function generalFeeds(feeds: FeedContext): readonly ListedFeed[] {
  const { sources, context, known, itemsOf, findings } = feeds;
  const { history, models } = sources;
  const feed = (info: links.FeedInfo, page: string, items: () => readonly FeedItem[]): ListedFeed =>
    listedFeed(sources, { group: 'site', info, page, items });
  const newest = (): readonly FeedItem[] =>
    first(newModels(history, models)).map((change) => newModelItem(change, context));
  const retiring = (): readonly FeedItem[] =>
    first(retirements(history).filter(({ id }) => known.has(id))).map((change) =>
      retiringItem(change, context),
    );
  const { SITE_FEEDS } = links;
  return [
    feed(SITE_FEEDS.new, sortPath('newest'), newest),
    feed(SITE_FEEDS.newChat, sortPath('newest'), () => withChatLinks(newest(), known)),
    feed(SITE_FEEDS.changes, '/changes/', () => findings().map((finding) => findingItem(finding, context))),
    feed(SITE_FEEDS.priceDrops, '/changes/', () => itemsOf(feeds.priceMoves().down)),
    feed(SITE_FEEDS.priceRises, '/changes/', () => itemsOf(feeds.priceMoves().up)),
    feed(SITE_FEEDS.retiring, '/retiring/', retiring),
  ];
}

function categoryFeeds({ sources, context, known }: FeedContext, category: Category): readonly ListedFeed[] {
  const page = categoryPath(category);
  const items = (): readonly FeedItem[] =>
    first(sources.rankings.filter((change) => change.category === category)).map((change) => {
      const model = known.get(change.id);
      // A ranked id can lack a readable row; then it has no page.
      const url = model ? context.modelUrl(model.id) : sources.absolute(page);
      return categoryItem(change, { url, name: nameOnce(model?.fullName ?? cleanLine(change.id)) });
    });
  const feed = (info: links.FeedInfo, load: () => readonly FeedItem[]): ListedFeed =>
    listedFeed(sources, {
      group: 'category',
      info: { ...info, about: `${info.about}${categoryProblem(category, sources)}` },
      page,
      items: load,
    });
  return [
    feed(links.categoryFeed(category), items),
    feed(links.categoryChatFeed(category), () => withChatLinks(items(), known)),
  ];
}

/** Why a category's feed has no new items; empty if the order is the endpoint's own. */
function categoryProblem(category: Category, { snapshot }: FeedSources): string {
  if (snapshot.categoriesOrigin === 'stand-in') {
    return ' The order in this build is a stand-in, not measured use, so this feed has no entries.';
  }
  return snapshot.categories[category].ids === null
    ? ` The order of ${CATEGORIES[category].label} could not be read for this build.`
    : '';
}

/** Links items to a chat with their model if it supports chat. */
function withChatLinks(items: readonly FeedItem[], known: KnownModels): readonly FeedItem[] {
  return items.map((item) => {
    const model = known.get(item.model);
    return model && canChat(model) ? { ...item, link: chatUrl(item.model) } : item;
  });
}

/** The first 100 findings, and all of the last week, so that weekly readers miss none. `now` is ISO time. */
function lastWeekOf(all: readonly Finding[], now: string): readonly Finding[] {
  const start = daysEarlier(now, MIN_DAYS);
  return all.filter(({ by }, index) => index < MAX_ITEMS || by >= start);
}

function first<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, MAX_ITEMS);
}
