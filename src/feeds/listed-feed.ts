import type { Author, Model, ModelId } from '../catalog/model.ts';
import { once } from '../catalog/once.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import type { Change } from '../history/change.ts';
import type { History } from '../history/history.ts';
import type { RankingChange } from '../rankings/changes.ts';
import type * as links from '../site/feed-links.ts';
import { SITE_NAME } from '../site/head.ts';
import type { ItemContext } from './change-item.ts';
import { FEED_FORMS, type Feed, type FeedForm, type FeedItem } from './feed.ts';
import type { ChangeGroup } from './change-groups.ts';
import type { Finding, PriceDirection } from './feed-changes.ts';

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
  readonly group: 'site' | 'category' | 'author' | 'author-prices' | 'model';
  /** The author of the models, in the feeds of an author and of a model. */
  readonly author: Author | null;
  readonly load: () => Feed;
}

/** The data of a model that feeds use, listed or not. */
type KnownModel = Pick<Model, 'id' | 'fullName' | 'author' | 'variant' | 'outputModalities'>;
export type KnownModels = ReadonlyMap<ModelId, KnownModel>;

/** Every model that has a page. Listed models come last, so their author's name overrides earlier ones. */
export function knownModels({ models, unlisted }: Pick<FeedSources, 'models' | 'unlisted'>): KnownModels {
  return new Map([...unlisted, ...models].map((model) => [model.id, model]));
}

/** The context that all feeds share. */
export interface FeedContext {
  readonly sources: FeedSources;
  /** Every model that has a page. */
  readonly known: KnownModels;
  readonly context: ItemContext;
  /**
   * The items of the first 100 groups. The feeds of a model, of its author and of the whole catalog can share
   * an item, which is made once.
   */
  readonly itemsOf: (changes: readonly ChangeGroup[]) => readonly FeedItem[];
  readonly hasPage: (change: Change) => boolean;
  readonly priceMoves: () => Readonly<Record<PriceDirection, readonly ChangeGroup[]>>;
  /** Newest first: 100, or all of the last seven days if those are more. */
  readonly findings: () => readonly Finding[];
}

interface Plan {
  readonly group: ListedFeed['group'];
  readonly info: links.FeedInfo;
  readonly author?: Author | null;
  /** Path of the page with the same content. */
  readonly page: string;
  readonly items: () => readonly FeedItem[];
}

/** A feed whose items are made on first access. */
export function listedFeed(
  { snapshot, absolute }: FeedSources,
  { group, info, author = null, page, items }: Plan,
): ListedFeed {
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
  return { ...info, group, author, load };
}
