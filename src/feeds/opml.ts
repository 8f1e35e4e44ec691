import { cleanLine } from '../catalog/text.ts';
import { markup, type Html } from '../site/html.ts';
import type { ListedFeed } from './listed-feed.ts';

interface Folder {
  readonly title: string;
  readonly outlines: readonly Html[];
}

/**
 * All feeds as OPML 2.0, for import into feed readers: a folder per kind of feed and, among models, a folder
 * per author.
 */
export function opml(feeds: readonly ListedFeed[], absolute: (path: string) => string, now: string): string {
  const outlineOf = ({ title, about, path }: ListedFeed): Html =>
    markup`<outline type="rss" ${named(title)} description="${cleanLine(about)}" xmlUrl="${absolute(`${path}.xml`)}"/>\n`;
  const group = (wanted: ListedFeed['group']) => feeds.filter((feed) => feed.group === wanted);
  const byAuthor = Map.groupBy(group('model'), ({ author }) => author?.slug);
  const folders: readonly Folder[] = [
    { title: 'Catalog', outlines: group('site').map(outlineOf) },
    { title: 'Categories', outlines: group('category').map(outlineOf) },
    { title: 'Authors', outlines: group('author').map(outlineOf) },
    { title: 'Price changes of authors', outlines: group('author-prices').map(outlineOf) },
    {
      title: 'Models',
      outlines: [...byAuthor.values()].map((models) =>
        folder({ title: models[0]?.author?.name ?? '', outlines: models.map(outlineOf) }),
      ),
    },
  ];
  return markup`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head>
<title>Modeldex</title>
<dateModified>${new Date(now).toUTCString()}</dateModified>
</head>
<body>
${folders.map(folder)}</body>
</opml>
`.text;
}

function folder({ title, outlines }: Folder): Html {
  return markup`<outline ${named(title)}>\n${outlines}</outline>\n`;
}

/** Removes characters that XML does not allow. */
function named(title: string): Html {
  const text = cleanLine(title);
  return markup`text="${text}" title="${text}"`;
}
