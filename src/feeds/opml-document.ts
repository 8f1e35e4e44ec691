import { cleanLine } from '../catalog/text.ts';
import { markup, type Html } from '../site/html.ts';

/** OPML 2.0, which feed readers import. Also runs in the browser. */

/** An RSS feed in a list. `url` is absolute. */
export interface FeedOutline {
  readonly title: string;
  readonly about: string;
  readonly url: string;
}

/** `now` is an ISO time. */
export function opmlDocument(title: string, now: string, outlines: readonly Html[]): string {
  return markup`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head>
<title>${cleanLine(title)}</title>
<dateModified>${new Date(now).toUTCString()}</dateModified>
</head>
<body>
${outlines}</body>
</opml>
`.text;
}

export function feedOutline({ title, about, url }: FeedOutline): Html {
  return markup`<outline type="rss" ${named(title)} description="${cleanLine(about)}" xmlUrl="${url}"/>\n`;
}

export function folderOutline(title: string, outlines: readonly Html[]): Html {
  return markup`<outline ${named(title)}>\n${outlines}</outline>\n`;
}

/** Removes characters that XML does not allow. */
function named(title: string): Html {
  const text = cleanLine(title);
  return markup`text="${text}" title="${text}"`;
}
