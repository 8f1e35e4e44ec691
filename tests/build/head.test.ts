import { describe, expect, it } from 'vitest';
import { ALL_PAGES, attributes, fromPages, isRedirect, readBuilt } from '../support/built-site.ts';
import { SITE_URL, basePathOf, type SiteName } from '../support/sites.ts';

interface Head {
  readonly path: string;
  readonly url: string;
  readonly title: string;
  readonly titles: number;
  readonly descriptions: readonly string[];
  readonly canonicals: readonly string[];
  readonly robots: readonly string[];
  readonly lang: string | undefined;
  readonly headings: number;
  readonly mains: number;
}

describe.each(['plain', 'base-path'] as const)('page heads of the site "%s"', (name) => {
  const root = new URL(`${basePathOf(name).replace(/\/$/, '')}/`, SITE_URL).href;
  const heads = headsOf(name);
  const listed = heads.filter(({ url, canonicals }) => canonicals[0] === url);

  it('are more than 400 canonical ones', () => {
    expect(listed.length).toBeGreaterThan(400);
  });

  it('have one title, one description, one language, one <main> and one <h1>', () => {
    const odd = heads.filter(
      ({ title, titles, descriptions, lang, headings, mains }) =>
        title.trim() === '' ||
        titles !== 1 ||
        descriptions.length !== 1 ||
        descriptions[0]?.trim() === '' ||
        lang !== 'en' ||
        headings !== 1 ||
        mains !== 1,
    );
    expect(odd.slice(0, 5)).toEqual([]);
  });

  it('have titles and descriptions that no other page has', () => {
    expect(repeated(listed.map(({ title }) => title))).toEqual([]);
    expect(repeated(listed.map(({ descriptions }) => descriptions.join()))).toEqual([]);
  });

  it('name one canonical address that is a page, or ask not to be indexed', () => {
    const addresses = new Set(listed.map(({ url }) => url));
    const odd = heads.filter(({ canonicals, robots }) =>
      canonicals.length === 0
        ? !robots.includes('noindex')
        : !addresses.has(canonicals.join()) || robots.length > 0,
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('match the sitemap', () => {
    const index = locations(readBuilt(name, 'sitemap-index.xml'));
    const listedThere = index.flatMap((url) => locations(readBuilt(name, url.slice(root.length))));
    expect(repeated(listedThere)).toEqual([]);
    expect(listedThere.toSorted()).toEqual(listed.map(({ url }) => url).toSorted());
  });

  it('match the sitemap address in robots.txt', () => {
    expect(readBuilt(name, 'robots.txt')).toContain(`Sitemap: ${root}sitemap-index.xml\n`);
  });
});

function headsOf(name: SiteName): Head[] {
  return fromPages(name, ALL_PAGES, (page) =>
    isRedirect(page)
      ? []
      : [
          {
            path: page.path,
            url: page.url.href,
            title: page.$('head > title').text(),
            titles: page.$('head > title').length,
            descriptions: attributes(page, 'meta[name="description"]', 'content'),
            canonicals: attributes(page, 'link[rel="canonical"]', 'href'),
            robots: attributes(page, 'meta[name="robots"]', 'content'),
            lang: page.$('html').attr('lang'),
            headings: page.$('h1').length,
            mains: page.$('main').length,
          },
        ],
  );
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) =>
    location.replaceAll('&amp;', '&'),
  );
}
