import { Feed as Printer, type Item } from 'feed';
import { dropUnfit } from '../catalog/text.ts';
import { escapeHtml } from '../site/html.ts';
import { SITE_NAME } from '../site/head.ts';
import { uuidOf } from './guid.ts';
import type { Feed, FeedForm, FeedItem } from './feed.ts';

/** A feed in one of its forms: RSS 2.0, Atom 1.0 or JSON Feed. The same feed always gives the same bytes. */
export function printFeed(feed: Feed, form: FeedForm): string {
  const printer = new Printer({
    id: feed.forms[form],
    title: oneLine(feed.title),
    description: oneLine(feed.about),
    link: feed.page,
    feedLinks: { rss: feed.forms.xml, atom: feed.forms.atom, json: feed.forms.json },
    language: 'en',
    updated: new Date(feed.updated),
    author: { name: SITE_NAME },
    generator: SITE_NAME,
  });
  for (const item of feed.items) printer.addItem(itemFor(item, feed.path, form));
  switch (form) {
    case 'xml':
      return printer.rss2();
    case 'atom':
      return printer.atom1();
    case 'json':
      return printer.json1();
  }
}

function itemFor(item: FeedItem, path: string, form: FeedForm): Item {
  const { key, title, link, date, topic } = item;
  const time = new Date(date);
  const html = contentOf(item);
  return {
    // Some readers keep one item a guid over all feeds, so no two feeds may share one.
    id: `urn:uuid:${uuidOf(`${path}.${form} ${key}`)}`,
    // Atom says that a title is HTML; the other two take it as it is.
    title: form === 'atom' ? escapeHtml(oneLine(title)) : oneLine(title),
    link,
    date: time,
    ...(form === 'json' && { published: time }),
    category: [{ name: topic, term: topic }],
    // What RSS readers show whole is the description.
    ...(form === 'xml' ? { description: html } : { content: html }),
  };
}

/** Readers disagree whether a title is text or HTML, so it holds nothing that would be a tag. */
function oneLine(text: string): string {
  return fit(text).replaceAll('<', '‹').replaceAll('>', '›');
}

/** In XML it stands in a CDATA section, which its end would close; as HTML it says the same. */
function contentOf({ html }: FeedItem): string {
  return fit(html).replaceAll(']]>', ']]&gt;');
}

// Without the u flag, because it runs over all that feeds hold: it only tells whether there may be something to drop.
const SUSPECT =
  // eslint-disable-next-line no-control-regex -- controls are what it looks for
  /[\x00-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Without what XML 1.0 cannot hold and what turns the text around it. */
function fit(text: string): string {
  return SUSPECT.test(text) ? dropUnfit(text) : text;
}
