import { load } from 'cheerio';
import { parseFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';

/** One item as a parser reads it that did not write it. */
export interface ReadItem {
  readonly guid: string;
  readonly title: string;
  readonly link: string;
  readonly html: string;
  /** ISO time, or the text as it is when it is no valid time. */
  readonly date: string;
}

export interface ReadFeed {
  readonly format: 'rss' | 'atom' | 'json';
  readonly title: string;
  readonly about: string;
  readonly self: string;
  readonly page: string;
  readonly items: readonly ReadItem[];
}

const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
// Controls, what XML forbids, and what turns the text around it.
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const UNFIT = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/u;

const TAGS = 'p a code pre em strong del ul ol li blockquote br'.split(' ');

/** RSS, Atom or JSON Feed. */
export function readFeed(text: string): ReadFeed {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'rss':
      return {
        format,
        title: feed.title ?? '',
        about: feed.description ?? '',
        self: feed.atom?.links?.find(({ rel }) => rel === 'self')?.href ?? '',
        page: feed.link ?? '',
        items: (feed.items ?? []).map((item) => ({
          guid: item.guid?.value ?? '',
          title: item.title ?? '',
          link: item.link ?? '',
          html: item.description ?? '',
          date: dateIn(item.pubDate, RFC_822),
        })),
      };
    case 'atom':
      return {
        format,
        title: feed.title?.value ?? '',
        about: feed.subtitle?.value ?? '',
        self: feed.links?.find(({ rel }) => rel === 'self')?.href ?? '',
        page: feed.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
        items: (feed.entries ?? []).map((entry) => ({
          guid: entry.id ?? '',
          title: load(entry.title?.value ?? '').text(),
          link: entry.links?.[0]?.href ?? '',
          html: entry.content?.value ?? '',
          date: dateIn(entry.updated, RFC_3339),
        })),
      };
    case 'json':
      return {
        format,
        title: feed.title ?? '',
        about: feed.description ?? '',
        self: feed.feed_url ?? '',
        page: feed.home_page_url ?? '',
        items: (feed.items ?? []).map((item) => ({
          guid: item.id ?? '',
          title: item.title ?? '',
          link: item.url ?? '',
          html: item.content_html ?? '',
          date: dateIn(item.date_published, RFC_3339),
        })),
      };
    default:
      throw new Error(`It is ${format}, which we do not write.`);
  }
}

/**
 * What is wrong with a feed by the specifications and by the rules of the W3C validator; empty when nothing
 * is. @param address where the feed is
 */
export function feedProblems(text: string, address: string): readonly string[] {
  const isXml = text.startsWith('<?xml');
  const problems = isXml ? xmlProblems(text) : [];
  if (problems.length > 0) return problems;
  const feed = readFeed(text);
  const guids = feed.items.map(({ guid }) => guid);
  const dates = feed.items.map(({ date }) => date);
  const complain = (isWrong: boolean, problem: string): void => {
    if (isWrong) problems.push(problem);
  };
  complain(
    UNFIT.test(isXml ? text : JSON.stringify(JSON.parse(text)).replaceAll(/\\[nt]/g, '')),
    'unfit characters',
  );
  complain(feed.title === '' || feed.about === '', 'no title or description');
  complain(feed.self !== address, `says that it is at ${feed.self}`);
  complain(!isAbsolute(feed.page), `belongs to the page ${feed.page}`);
  complain(feed.items.length > 100 && !isWeek(dates), `${feed.items.length} items`);
  complain(new Set(guids).size < guids.length, 'guids repeat');
  complain(dates.toSorted().reverse().join() !== dates.join(), 'not newest first');
  if (feed.format === 'atom') problems.push(...atomProblems(text));
  if (feed.format === 'rss') problems.push(...rssProblems(text));
  return [...problems, ...feed.items.flatMap((item) => itemProblems(item))];
}

/** Whether the times, newest first, all lie within a week. */
function isWeek(dates: readonly string[]): boolean {
  const [newest, oldest] = [dates[0] ?? '', dates.at(-1) ?? ''].map((time) => Date.parse(time));
  return newest !== undefined && oldest !== undefined && newest - oldest <= 7 * 86_400_000;
}

function itemProblems({ guid, title, link, html, date }: ReadItem): readonly string[] {
  const $ = load(html);
  const hrefs = $('[href]')
    .toArray()
    .map((element) => element.attribs.href ?? '');
  const strange = $('body *')
    .toArray()
    .map(({ tagName }) => tagName)
    .filter((tag) => !TAGS.includes(tag));
  const wrong = [
    ...(URL.canParse(guid) ? [] : ['a guid that is no IRI']),
    ...(title.trim() === '' ? ['no title'] : []),
    ...(/[<>]/.test(title) ? ['a title with markup'] : []),
    ...(isAbsolute(link) ? [] : [`the link ${link}`]),
    ...(Number.isNaN(Date.parse(date)) ? [`the date ${date}`] : []),
    ...($.text().trim() === '' ? ['no content'] : []),
    ...hrefs
      .filter((href) => !isAbsolute(href) && !href.startsWith('mailto:'))
      .map((href) => `a link to ${href}`),
    ...strange.map((tag) => `<${tag}>`),
  ];
  return wrong.map((problem) => `${guid} ${title}: ${problem}`);
}

function rssProblems(text: string): readonly string[] {
  const $ = load(text, { xml: true });
  return [
    ...($('rss').attr('version') === '2.0' ? [] : ['no RSS 2.0']),
    ...(RFC_822.test($('channel > lastBuildDate').text()) ? [] : ['no lastBuildDate']),
    ...($('guid:not([isPermaLink="false"])').length === 0 ? [] : ['a guid that says it is a link']),
  ];
}

function atomProblems(text: string): readonly string[] {
  const $ = load(text, { xml: true });
  const first = $('entry > updated').first().text();
  const updated = $('feed > updated').text();
  return [
    ...($('feed').attr('xmlns') === 'http://www.w3.org/2005/Atom' ? [] : ['no Atom']),
    ...($('feed > author > name').text() === '' ? ['no author'] : []),
    ...(isAbsolute($('feed > id').text()) ? [] : ['no id']),
    ...(RFC_3339.test(updated) && updated >= first ? [] : [`updated ${updated}`]),
  ];
}

/** Well-formed by the letter of XML 1.0. */
export function xmlProblems(text: string): string[] {
  const problems: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => problems.push(message));
  parser.write(text).close();
  return problems;
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
}

function dateIn(text: string | undefined, format: RegExp): string {
  return text !== undefined && format.test(text) ? new Date(text).toISOString() : (text ?? '');
}
