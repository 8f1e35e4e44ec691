import { Feed as Printer, type Item } from 'feed';
import { dropUnfit } from '../catalog/text.ts';
import { escapeHtml } from '../site/html.ts';
import { SITE_NAME } from '../site/head.ts';
import { uuidOf } from './guid.ts';
import type { Feed, FeedForm, FeedItem } from './feed.ts';

/**
 * A feed in one of its formats: RSS 2.0, Atom 1.0 or JSON Feed. Deterministic: the same feed always gives the
 * same bytes.
 */
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
    // Some readers deduplicate items by guid across feeds, so a guid must be unique to one feed.
    id: `urn:uuid:${uuidOf(`${path}.${form} ${key}`)}`,
    // The title is declared as HTML in Atom; the other two formats take it as it is.
    title: form === 'atom' ? escapeHtml(oneLine(title)) : oneLine(title),
    link,
    date: time,
    ...(form === 'json' && { published: time }),
    category: [{ name: topic, term: topic }],
    // RSS readers show the description in full.
    ...(form === 'xml' ? { description: html } : { content: html }),
  };
}

/** Readers disagree about whether a title is text or HTML, so anything that looks like a tag is removed. */
function oneLine(text: string): string {
  return fit(text).replaceAll('<', '‹').replaceAll('>', '›');
}

/** XML formats put the content in a CDATA section, so `]]>` is replaced by an equivalent in HTML. */
function contentOf({ html }: FeedItem): string {
  return fit(html).replaceAll(']]>', ']]&gt;');
}

// Without the u flag for speed: it runs over the text of all feeds and only detects whether cleaning may be
// needed.
const SUSPECT =
  // eslint-disable-next-line no-control-regex -- the pattern looks for control characters
  /[\x00-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/**
 * Removes characters that XML 1.0 does not allow and characters that change the direction of the text around
 * them.
 */
function fit(text: string): string {
  return SUSPECT.test(text) ? dropUnfit(text) : text;
}
