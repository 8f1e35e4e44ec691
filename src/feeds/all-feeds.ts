import { CATEGORIES, CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import { splitId } from '../catalog/id.ts';
import type { Author, Model, ModelId } from '../catalog/model.ts';
import { memo, once } from '../catalog/once.ts';
import { canChat } from '../catalog/request-kind.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { cleanLine } from '../catalog/text.ts';
import type { Change } from '../history/change.ts';
import type { History } from '../history/history.ts';
import { daysEarlier } from '../history/time.ts';
import type { RankingChange } from '../rankings/changes.ts';
import * as links from '../site/feed-links.ts';
import { SITE_NAME } from '../site/head.ts';
import { authorPath, categoryPath, chatUrl, modelPath, sortPath } from '../site/urls.ts';
import { categoryItem } from './category-item.ts';
import { changeItem, findItem, newModelItem, retiringItem, type ItemContext } from './change-item.ts';
import { FEED_FORMS, MIN_DAYS, MAX_ITEMS, type Feed, type FeedForm, type FeedItem } from './feed.ts';
import { itemContextOf } from './item-context.ts';
import { finds, newModels, newsByAuthor, newsOfModel, priceMoves, retirements, type Find } from './news.ts';

/** The data that feeds are made from. */
export interface FeedSources {
  readonly snapshot: Pick<Snapshot, 'capturedAt' | 'categories' | 'categoriesOrigin'>;
  /** Every listed row. */
  readonly models: readonly Model[];
  /** Models that are not listed but still have a page. */
  readonly unlisted: readonly KnownModel[];
  readonly history: History;
  /** Newest first. */
  readonly rankings: readonly RankingChange[];
  /** The absolute address of a path of this site. */
  readonly absolute: (path: string) => string;
}

/** An entry in the list of feeds. Its items are made on first access. */
export interface ListedFeed extends links.FeedInfo {
  readonly group: 'site' | 'category' | 'author' | 'model';
  /** The author of the model, in a model's feed. */
  readonly author: Author | null;
  readonly load: () => Feed;
}

/** What feeds need to know about a model, listed or not. */
type KnownModel = Pick<Model, 'id' | 'fullName' | 'author' | 'variant' | 'outputModalities'>;
type KnownModels = ReadonlyMap<ModelId, KnownModel>;

/** The context that all feeds share. */
interface FeedContext {
  readonly sources: FeedSources;
  /** Every model that has a page. */
  readonly known: KnownModels;
  readonly context: ItemContext;
  /**
   * Items for the first 100 changes. The same change can be in the feeds of its model, its author and the
   * whole catalog; its item is made once.
   */
  readonly itemsOf: (changes: readonly Change[]) => readonly FeedItem[];
  /** What captures found, newest first: 100 finds, or all of the last seven days if those are more. */
  readonly finds: () => readonly Find[];
}

/**
 * Every feed of the site. Retired models and authors keep their feeds, so that subscribers learn of the
 * removal.
 */
export function allFeeds(sources: FeedSources): readonly ListedFeed[] {
  const known: KnownModels = new Map(
    [...sources.unlisted, ...sources.models].map((model) => [model.id, model]),
  );
  const context = itemContextOf(sources, known);
  const itemOf = memo((change: Change) => changeItem(change, context));
  const hasPage = ({ id }: Change): boolean => known.has(id);
  const feeds: FeedContext = {
    sources,
    known,
    context,
    itemsOf: (changes) => first(changes.filter(hasPage)).map(itemOf),
    finds: () => lastWeekOf(finds(sources.history.changes().filter(hasPage)), sources.snapshot.capturedAt),
  };
  return [
    ...siteFeeds(feeds),
    ...CATEGORY_NAMES.flatMap((category) => categoryFeeds(feeds, category)),
    ...authorFeeds(feeds),
    ...[...known.values()].map((model) =>
      listed(sources, {
        group: 'model',
        info: links.modelFeed(model),
        author: model.author,
        page: modelPath(model.id),
        items: () => feeds.itemsOf(newsOfModel(sources.history, model.id)),
      }),
    ),
  ];
}

function siteFeeds({ sources, context, known, itemsOf, finds: lately }: FeedContext): readonly ListedFeed[] {
  const { history, models } = sources;
  const feed = (info: links.FeedInfo, page: string, items: () => readonly FeedItem[]): ListedFeed =>
    listed(sources, { group: 'site', info, page, items });
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
    feed(SITE_FEEDS.changes, '/changes/', () => lately().map((find) => findItem(find, context))),
    feed(SITE_FEEDS.priceDrops, '/changes/', () => itemsOf(priceMoves(history, 'down'))),
    feed(SITE_FEEDS.priceRises, '/changes/', () => itemsOf(priceMoves(history, 'up'))),
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
      return categoryItem(change, { url, name: model?.fullName ?? cleanLine(change.id) });
    });
  const feed = (info: links.FeedInfo, load: () => readonly FeedItem[]): ListedFeed =>
    listed(sources, {
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

/** Why a category's feed has no news; empty if the order is the endpoint's own. */
function categoryProblem(category: Category, { snapshot }: FeedSources): string {
  if (snapshot.categoriesOrigin === 'stand-in') {
    return ' The order in this build is a stand-in and not use, so nothing is told of it.';
  }
  return snapshot.categories[category].ids === null
    ? ` The order of ${CATEGORIES[category].label} could not be read for this build.`
    : '';
}

function authorFeeds({ sources, known, itemsOf }: FeedContext): readonly ListedFeed[] {
  // Listed models come last, so their name overrides earlier ones.
  const authors = new Map([...known.values()].map(({ author }) => [author.slug, author]));
  const listedAuthors = new Set(sources.models.map(({ author }) => author.slug));
  const retiredAuthors = new Set(sources.history.retiredModels().map(({ id }) => splitId(id)?.author));
  const pageOf = ({ slug }: Author): string => {
    if (listedAuthors.has(slug)) return authorPath(slug);
    return retiredAuthors.has(slug) ? '/retired/' : '/changes/';
  };
  const news = once(() => newsByAuthor(sources.history));
  return [...authors.values()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((author) =>
      listed(sources, {
        group: 'author',
        info: links.authorFeed(author),
        page: pageOf(author),
        items: () => itemsOf(news().get(author.slug) ?? []),
      }),
    );
}

interface Plan {
  readonly group: ListedFeed['group'];
  readonly info: links.FeedInfo;
  readonly author?: Author;
  /** Path of the page with the same content. */
  readonly page: string;
  readonly items: () => readonly FeedItem[];
}

function listed({ snapshot, absolute }: FeedSources, { group, info, author, page, items }: Plan): ListedFeed {
  const load = once((): Feed => {
    const loaded = items();
    return {
      title: `${SITE_NAME}: ${info.title}`,
      about: info.about,
      page: absolute(page),
      path: info.path,
      forms: Object.fromEntries(FEED_FORMS.map((form) => [form, absolute(`${info.path}.${form}`)])) as Record<
        FeedForm,
        string
      >,
      items: loaded,
      updated: loaded[0]?.date ?? snapshot.capturedAt,
    };
  });
  return { ...info, group, author: author ?? null, load };
}

/** Links items to a chat with their model if it supports chat. */
function withChatLinks(items: readonly FeedItem[], known: KnownModels): readonly FeedItem[] {
  return items.map((item) => {
    const model = known.get(item.model);
    return model && canChat(model) ? { ...item, link: chatUrl(item.model) } : item;
  });
}

/** A busy week can have more than 100 finds. Weekly readers must not miss any. */
function lastWeekOf(all: readonly Find[], now: string): readonly Find[] {
  const start = daysEarlier(now, MIN_DAYS);
  return all.filter(({ by }, index) => index < MAX_ITEMS || by >= start);
}

function first<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, MAX_ITEMS);
}
