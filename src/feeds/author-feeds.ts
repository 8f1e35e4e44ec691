import { splitId } from '../catalog/id.ts';
import type { Author } from '../catalog/model.ts';
import { labelAuthors } from '../catalog/names.ts';
import { once } from '../catalog/once.ts';
import { compareText } from '../catalog/order.ts';
import { sortText } from '../catalog/compare.ts';
import { authorFeeds as infoOf, type AuthorFeeds, type FeedInfo } from '../site/feed-links.ts';
import { authorPath } from '../site/urls.ts';
import { groupChanges, type ChangeGroup } from './change-groups.ts';
import { listedFeed, type FeedContext, type KnownModels, type ListedFeed } from './listed-feed.ts';
import { authorOfGroup, feedChangesByAuthor } from './feed-changes.ts';

export interface AuthorWithFeeds {
  readonly author: Author;
  /** The author's name, unique among authors. */
  readonly label: string;
  readonly feeds: AuthorFeeds;
}

/**
 * The authors of all models with a page, listed or retired, sorted by label. Each has feeds and a calendar,
 * even before the first price change, so that an address never stops working.
 */
export function authorsWithFeeds(known: KnownModels): readonly AuthorWithFeeds[] {
  const authors = [...new Map([...known.values()].map(({ author }) => [author.slug, author])).values()];
  const labels = labelAuthors(authors);
  return authors
    .map((author) => {
      const label = labels.get(author.slug) ?? author.slug;
      return { author, label, feeds: infoOf(author.slug, label) };
    })
    .sort(
      (a, b) =>
        compareText(sortText(a.label), sortText(b.label)) || compareText(a.author.slug, b.author.slug),
    );
}

/** The feeds of each author: all changes, price increases, and price decreases. */
export function authorFeeds({
  sources,
  known,
  hasPage,
  itemsOf,
  priceMoves,
}: FeedContext): readonly ListedFeed[] {
  const listedAuthors = new Set(sources.models.map(({ author }) => author.slug));
  const retiredAuthors = new Set(sources.history.retiredModels().map(({ id }) => splitId(id)?.author));
  const pageOf = ({ slug }: Author): string => {
    if (listedAuthors.has(slug)) return authorPath(slug);
    return retiredAuthors.has(slug) ? '/retired/' : '/changes/';
  };
  const changesBySlug = once(() => feedChangesByAuthor(sources.history));
  const drops = once(() => Map.groupBy(priceMoves().down, authorOfGroup));
  const rises = once(() => Map.groupBy(priceMoves().up, authorOfGroup));
  return authorsWithFeeds(known).flatMap(({ author, feeds: { changes, priceRises, priceDrops } }) => {
    const { slug } = author;
    const feed = (
      group: ListedFeed['group'],
      info: FeedInfo,
      groups: () => readonly ChangeGroup[],
    ): ListedFeed =>
      listedFeed(sources, { group, info, author, page: pageOf(author), items: () => itemsOf(groups()) });
    return [
      feed('author', changes, () => groupChanges((changesBySlug().get(slug) ?? []).filter(hasPage))),
      feed('author-prices', priceRises, () => rises().get(slug) ?? []),
      feed('author-prices', priceDrops, () => drops().get(slug) ?? []),
    ];
  });
}
