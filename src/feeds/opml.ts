import type { Html } from '../site/html.ts';
import type { ListedFeed } from './listed-feed.ts';
import { feedOutline, folderOutline, opmlDocument } from './opml-document.ts';

/**
 * All feeds as OPML 2.0, for import into feed readers: a folder per kind of feed and, among models, a folder
 * per author.
 */
export function opml(feeds: readonly ListedFeed[], absolute: (path: string) => string, now: string): string {
  const outlineOf = ({ title, about, path }: ListedFeed): Html =>
    feedOutline({ title, about, url: absolute(`${path}.xml`) });
  const group = (wanted: ListedFeed['group']) => feeds.filter((feed) => feed.group === wanted);
  const byAuthor = Map.groupBy(group('model'), ({ author }) => author?.slug);
  const authors = [...byAuthor.values()].map((models) =>
    folderOutline(models[0]?.author?.name ?? '', models.map(outlineOf)),
  );
  return opmlDocument('Modeldex', now, [
    folderOutline('Catalog', group('site').map(outlineOf)),
    folderOutline('Categories', group('category').map(outlineOf)),
    folderOutline('Authors', group('author').map(outlineOf)),
    folderOutline('Price changes of authors', group('author-prices').map(outlineOf)),
    folderOutline('Models', authors),
  ]);
}
