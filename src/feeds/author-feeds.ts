import { splitId } from '../catalog/id.ts';
import type { Author } from '../catalog/model.ts';
import { labelAuthors } from '../catalog/names.ts';
import { once } from '../catalog/once.ts';
import { compareText } from '../catalog/order.ts';
import { sortText } from '../catalog/compare.ts';
import { authorFeeds as infoOf, type AuthorFeeds, type FeedInfo } from '../site/feed-links.ts';
import { authorPath } from '../site/urls.ts';
import { foldMoves, type Told } from './fold-moves.ts';
import { listed, type FeedContext, type KnownModels, type ListedFeed } from './listed-feed.ts';
import { authorOfTold, newsByAuthor } from './news.ts';

export interface AuthorWithFeeds {
  readonly author: Author;
  /** The author's name, unique among authors. */
  readonly label: string;
  readonly feeds: AuthorFeeds;
}

/**
 * The authors that have feeds and a calendar of their own, sorted by label: all that have a model with a
 * page, listed or retired. So one can subscribe before the first price change, and an address never stops
 * working.
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

/** The feeds of each author: of everything, of price increases and of price decreases. */
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
  const news = once(() => newsByAuthor(sources.history));
  const drops = once(() => Map.groupBy(priceMoves().down, authorOfTold));
  const rises = once(() => Map.groupBy(priceMoves().up, authorOfTold));
  return authorsWithFeeds(known).flatMap(({ author, feeds: { changes, priceRises, priceDrops } }) => {
    const { slug } = author;
    const feed = (group: ListedFeed['group'], info: FeedInfo, told: () => readonly Told[]): ListedFeed =>
      listed(sources, { group, info, author, page: pageOf(author), items: () => itemsOf(told()) });
    return [
      feed('author', changes, () => foldMoves((news().get(slug) ?? []).filter(hasPage))),
      feed('author-prices', priceRises, () => rises().get(slug) ?? []),
      feed('author-prices', priceDrops, () => drops().get(slug) ?? []),
    ];
  });
}
