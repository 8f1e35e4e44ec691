import { join } from 'node:path';
import ICAL from 'ical.js';
import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import { attributes, filesOf, fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { feedProblems, readFeed, xmlProblems } from '../support/feed-rules.ts';
import { builtIds } from '../support/model-rows.ts';
import { hasNewsboat, readWithNewsboat } from '../support/newsboat.ts';
import { basePathOf, readBuildReport, siteDir, SITE_URL, type SiteName } from '../support/sites.ts';

const FORMS = ['xml', 'atom', 'json'] as const;
const SITE_FEEDS = ['new', 'new-chat', 'changes', 'price-drops', 'price-rises', 'retiring'];

const rootOf = (name: SiteName): string => new URL(basePathOf(name).replace(/\/?$/, '/'), SITE_URL).href;

/** Every so many feeds of models: all of them say the same in the same words. */
const SAMPLE = 12;

function feedFiles(name: SiteName): readonly string[] {
  const files = filesOf(name, `feeds/**/*.{${FORMS.join()}}`);
  const ofModels = files.filter((file) => file.startsWith('feeds/models/'));
  return [
    ...files.filter((file) => !file.startsWith('feeds/models/')),
    ...ofModels.filter((_, index) => index % SAMPLE === 0),
  ];
}

describe.each(['plain', 'base-path', 'hostile'] as const)('feeds of the site "%s"', (name) => {
  it('are valid and name their own address', { timeout: 180_000 }, () => {
    const files = feedFiles(name);
    const problems = files.flatMap((file) =>
      feedProblems(readBuilt(name, file), `${rootOf(name)}${file}`).map((problem) => `${file}: ${problem}`),
    );
    expect(problems.slice(0, 10)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  it('link to pages of this site or to the chat', () => {
    const files = new Set(filesOf(name));
    const links = feedFiles(name).flatMap((file) => {
      const { page, items } = readFeed(readBuilt(name, file));
      return [page, ...items.map(({ link }) => link)];
    });
    const broken = [...new Set(links)].filter((link) => {
      if (link.startsWith('https://openrouter.ai/chat?models=')) return false;
      return !files.has(`${decodeURIComponent(link.slice(rootOf(name).length))}index.html`);
    });
    expect(broken).toEqual([]);
  });

  it('exist in three forms, with one for every model that has a page', () => {
    const pathsOf = (form: string) =>
      filesOf(name, `feeds/**/*.${form}`).map((file) => file.slice(0, -form.length - 1));
    const [paths, ...others] = FORMS.map(pathsOf);
    for (const other of others) expect(other).toEqual(paths);
    const report = readBuildReport(name);
    const ofModels = paths?.filter((path) => path.startsWith('feeds/models/'));
    const notAskedFor = fromPages(name, 'models/**/*.html', (page) =>
      attributes(page, 'main[data-not-asked-for]', 'data-model-id'),
    );
    expect(ofModels).toHaveLength(report.models + report.retired + notAskedFor.length);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...SITE_FEEDS.map((feed) => `feeds/${feed}`),
        ...CATEGORY_NAMES.flatMap((category) => [
          `feeds/categories/${category}`,
          `feeds/categories/${category}-chat`,
        ]),
      ]),
    );
  });

  it('never share a guid, because some readers keep one item per guid over all feeds', () => {
    const guids = feedFiles(name).flatMap((file) =>
      readFeed(readBuilt(name, file)).items.map(({ guid }) => guid),
    );
    expect(new Set(guids).size).toBe(guids.length);
  });

  it('are all in the OPML list', () => {
    const text = readBuilt(name, 'feeds/modeldex.opml');
    expect(xmlProblems(text)).toEqual([]);
    const listed = [...text.matchAll(/xmlUrl="([^"]+)"/g)].map(([, address]) => address);
    const feeds = filesOf(name, 'feeds/**/*.xml').map((file) => `${rootOf(name)}${file}`);
    expect(listed.toSorted()).toEqual(feeds.toSorted());
    expect(parseOpml(text).body?.outlines?.map((outline) => outline.text)).toEqual([
      'Catalog',
      'Categories',
      'Authors',
      'Price changes of authors',
      'Models',
    ]);
  });
});

describe('feeds on the pages', () => {
  it('are linked from the page of each model', () => {
    const announced = fromPages('plain', 'models/**/*.html', (page) =>
      page.$('main[data-model-id]').length === 0
        ? []
        : [[page.file, attributes(page, 'link[type="application/rss+xml"]', 'href')] as const],
    );
    const wrong = announced.filter(
      ([file, feeds]) => feeds.join() !== `/feeds/${file.replace(/\/index\.html$/, '.xml')}`,
    );
    expect(wrong).toEqual([]);
    expect(announced.length).toBeGreaterThan(900);
  });

  it.each([
    ['plain', 'main[data-model-id]:not([data-retired])', 421],
    ['plain', 'main[data-retired]', 556],
    ['hostile', 'main[data-not-asked-for]', 1],
  ] as const)('are shown on the page of each model of the site %s that is a %s', (name, main, atLeast) => {
    const shown = fromPages(name, 'models/**/*.html', (page) => {
      if (page.$(main).length === 0) return [];
      const [feed] = attributes(page, 'main copy-text a[href^="/feeds/"]', 'href');
      return [{ feed, own: `/feeds/${page.file.replace(/\/index\.html$/, '.xml')}` }];
    });
    expect(shown.filter(({ feed, own }) => feed !== own)).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(atLeast);
  });

  it('and the calendar of removals are shown on the list of retired models', () => {
    const shown = attributes(readPage('plain', 'retired/index.html'), '#feeds ~ dl a', 'href');
    expect(shown).toEqual([
      ...['retiring', 'changes'].flatMap((feed) => FORMS.map((form) => `/feeds/${feed}.${form}`)),
      '/feeds/retiring.ics',
      `webcal://${new URL(SITE_URL).host}/feeds/retiring.ics`,
    ]);
  });

  it('and the calendar of an author are shown on the author’s page and named in its head', () => {
    const page = readPage('base-path', 'authors/openai/index.html');
    const shown = attributes(page, '#feeds ~ dl a', 'href');
    const at = '/catalog/feeds/authors/openai';
    expect(shown).toEqual([
      ...['', '/price-rises', '/price-drops'].flatMap((path) => FORMS.map((form) => `${at}${path}.${form}`)),
      `${at}/retiring.ics`,
      `webcal://${new URL(SITE_URL).host}${at}/retiring.ics`,
    ]);
    expect(attributes(page, 'link[type="text/calendar"]', 'href')).toEqual([`${at}/retiring.ics`]);
  });

  it.each([
    ['index.html', ['/catalog/feeds/new.xml', '/catalog/feeds/changes.xml']],
    [
      'changes/index.html',
      ['/catalog/feeds/changes.xml', '/catalog/feeds/price-drops.xml', '/catalog/feeds/price-rises.xml'],
    ],
    ['changes/2026-08/index.html', ['/catalog/feeds/changes.xml']],
    ['models/by/newest/index.html', ['/catalog/feeds/new.xml']],
    ['retiring/index.html', ['/catalog/feeds/retiring.xml']],
    ['retired/index.html', ['/catalog/feeds/retiring.xml', '/catalog/feeds/changes.xml']],
    [
      'authors/openai/index.html',
      [
        '/catalog/feeds/authors/openai.xml',
        '/catalog/feeds/authors/openai/price-rises.xml',
        '/catalog/feeds/authors/openai/price-drops.xml',
      ],
    ],
    [
      'categories/marketing/seo/index.html',
      ['/catalog/feeds/categories/marketing/seo.xml', '/catalog/feeds/categories/marketing/seo-chat.xml'],
    ],
  ])('are linked from %s under the base path', (file, feeds) => {
    const page = readPage('base-path', file);
    expect(attributes(page, 'link[type="application/rss+xml"]', 'href')).toEqual(feeds);
  });

  it('are all links of /feeds/, or of the page of their author, except those of models', () => {
    const linked = (pattern: string) =>
      fromPages('plain', pattern, (page) => attributes(page, 'main a[href]', 'href'));
    const onFeeds = linked('feeds/index.html');
    const links = new Set([...onFeeds, ...linked('authors/*/index.html')]);
    const feeds = [
      ...filesOf('plain', `feeds/*.{${FORMS.join()}}`),
      ...filesOf('plain', 'feeds/{authors,categories}/**/*.xml'),
      ...filesOf('plain', 'feeds/**/*.ics'),
      'feeds/modeldex.opml',
    ];
    expect(feeds.filter((file) => !links.has(`/${file}`))).toEqual([]);
    expect(feeds.length).toBeGreaterThan(400);
    // The page offers the feeds of authors in its picker, and no list of hundreds of links.
    expect(onFeeds.length).toBeLessThan(80);
    expect(
      readPage('plain', 'feeds/index.html').$('feed-picker option[data-scope=author]').length,
    ).toBeGreaterThan(90);
  });

  it('have their page in the footer of every page', () => {
    expect(attributes(readPage('base-path', 'about/index.html'), 'footer a[href]', 'href')).toContain(
      '/catalog/feeds/',
    );
  });
});

describe('feeds of the frozen capture', () => {
  const items = (path: string) => readFeed(readBuilt('plain', `feeds/${path}.xml`)).items;

  it('have as many items as they may hold', () => {
    for (const path of ['new', 'new-chat', 'price-drops', 'price-rises', 'retiring']) {
      expect(items(path), path).toHaveLength(100);
    }
  });

  it('list at least a week of changes, with one item for a model and its variants in one capture', () => {
    const changes = items('changes');
    const days = new Set(changes.map(({ date }) => date.slice(0, 10)));
    expect([...days].sort().at(0)).toBe('2026-08-15');
    const models = changes.map(({ date, link }) => `${date} ${link.split('/').slice(0, 6).join('/')}`);
    expect(new Set(models).size).toBe(changes.length);
  });

  it('have no items for categories, whose order is a stand-in, and say so', () => {
    for (const category of CATEGORY_NAMES) {
      const feed = readFeed(readBuilt('plain', `feeds/categories/${category}.xml`));
      expect(feed.items).toEqual([]);
      expect(feed.about).toContain('stand-in');
    }
  });

  it('are dated by the captures', () => {
    expect(items('changes')[0]?.date).toBe('2026-08-22T00:00:00.000Z');
    expect(items('new').every(({ date }) => date.endsWith('T00:00:00.000Z'))).toBe(true);
  });

  it('list only drops in the feed of drops and only rises in the feed of rises', () => {
    const headline = (way: string) => new RegExp(`: (?:price ${way} [\\d.,]+%|became free|no longer free)$`);
    expect(items('price-drops').filter(({ title }) => !headline('down').test(title))).toEqual([]);
    expect(items('price-rises').filter(({ title }) => !headline('up').test(title))).toEqual([]);
  });

  it('link to the chat in the chat feed when the model can chat, for the same models', () => {
    expect(items('new-chat').map(({ title }) => title)).toEqual(items('new').map(({ title }) => title));
    const pattern = /^https:\/\/openrouter\.ai\/chat\?models=~?[\w.-]+\/[\w.:-]+$/;
    const isBatch = (link: string) => link.endsWith('/batch/');
    const links = items('new-chat').map(({ link }) => link);
    expect(links.filter((link) => !isBatch(link) && !pattern.test(link))).toEqual([]);
    expect(links.filter((link) => pattern.test(link) && link.endsWith(':batch'))).toEqual([]);
    expect(links.some((link) => pattern.test(link))).toBe(true);
  });

  it('tell a price change of a family as one item, and say the name of an author once', () => {
    const day = items('price-drops').filter(({ date }) => date.startsWith('2026-08-22'));
    expect(day.filter(({ title }) => title.includes('Sol')).map(({ title }) => title)).toEqual([
      'OpenAI: GPT-5.6 Sol, GPT-5.6 Sol Pro and 2 variants: price down 29%',
    ]);
    const titles = [
      'changes',
      'new',
      'price-drops',
      'price-rises',
      'retiring',
      'authors/deepseek',
      'authors/qwen',
    ]
      .flatMap((path) => items(path))
      .map(({ title }) => title);
    expect(titles.filter((title) => /^(.+): \1/i.test(title))).toEqual([]);
    expect(titles.some((title) => title.startsWith('DeepSeek V'))).toBe(true);
  });

  it('list the price changes of an author, and no others', () => {
    const ofAuthor = (path: string) => items(path).map(({ link }) => link);
    for (const kind of ['price-rises', 'price-drops']) {
      const links = ofAuthor(`authors/openai/${kind}`);
      expect(links.length, kind).toBeGreaterThan(0);
      expect(links.filter((link) => !link.includes('/models/openai/'))).toEqual([]);
    }
  });

  it('exist for every author: feeds of everything and of price changes, and a calendar', () => {
    const files = filesOf('plain', 'feeds/authors/**/*.*');
    const authors = filesOf('plain', 'feeds/authors/*.xml').map((file) => file.replace(/\.xml$/, ''));
    const ofEach = ['', '/price-rises', '/price-drops'].flatMap((path) =>
      FORMS.map((form) => `${path}.${form}`),
    );
    const expected = authors.flatMap((author) =>
      [...ofEach, '/retiring.ics'].map((path) => `${author}${path}`),
    );
    expect(files.toSorted()).toEqual(expected.toSorted());
  });

  const eventsOf = (file: string) => {
    const calendar = new ICAL.Component(ICAL.parse(readBuilt('plain', file)) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };

  it('have each calendar event in the calendar of one author, too', () => {
    const uids = (file: string) => eventsOf(file).map(({ uid }) => uid);
    const ofAuthors = filesOf('plain', 'feeds/authors/*/retiring.ics').flatMap(uids);
    expect(ofAuthors.toSorted()).toEqual(uids('feeds/retiring.ics').toSorted());
  });

  it('have a calendar event for every announced removal', () => {
    const events = eventsOf('feeds/retiring.ics');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const rows = builtIds(readPage('plain', 'retiring/index.html'));
    expect(events.length).toBeGreaterThan(0);
    if (rows.length > 0) expect(events).toHaveLength(rows.length);
  });
});

describe('feeds read with newsboat', () => {
  it('show every item', { timeout: 120_000 }, ({ skip }) => {
    skip(!hasNewsboat(), 'newsboat is not installed: apt-get install -y newsboat');
    const files = [
      ...filesOf('plain', 'feeds/*.{xml,atom}'),
      ...filesOf('plain', 'feeds/authors/{openai,openai/price-drops}.{xml,atom}'),
      ...filesOf('plain', 'feeds/models/openai/gpt-4o.{xml,atom}'),
    ];
    const read = readWithNewsboat(files.map((file) => join(siteDir('plain'), file)));
    for (const file of files) {
      const seen = read.get(join(siteDir('plain'), file)) ?? [];
      const { items } = readFeed(readBuilt('plain', file));
      expect(seen.map(({ guid }) => guid).toSorted(), file).toEqual(items.map(({ guid }) => guid).toSorted());
      expect(seen.map(({ url }) => url).toSorted(), file).toEqual(items.map(({ link }) => link).toSorted());
      expect(items.length, file).toBeGreaterThan(0);
    }
  });
});
