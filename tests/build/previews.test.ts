import type { CheerioAPI } from 'cheerio';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ALL_PAGES,
  attributes,
  filesOf,
  fromPages,
  readBuilt,
  readPage,
  isRedirect,
} from '../support/built-site.ts';
import { basePathOf, SITE_URL, type SiteName } from '../support/sites.ts';

/** How three kinds of readers of links find what they show, by their documentation. */
const READERS = {
  /** Facebook, LinkedIn, Slack: Open Graph alone. */
  openGraph: ($: CheerioAPI) => ({
    title: property($, 'og:title'),
    description: property($, 'og:description'),
    picture: property($, 'og:image'),
    address: property($, 'og:url'),
  }),
  /** X: its own tags, else Open Graph. It shows nothing without the kind of card. */
  card: ($: CheerioAPI) => {
    const read = (key: string) => named($, `twitter:${key}`) ?? property($, `og:${key}`);
    const kind = named($, 'twitter:card');
    return {
      title: kind === null ? null : read('title'),
      description: read('description'),
      picture: kind === 'summary_large_image' ? read('image') : null,
      address: property($, 'og:url'),
    };
  },
  /** Search engines and simple readers: the title, the description and the canonical address. */
  plain: ($: CheerioAPI) => ({
    title: $('head > title')
      .text()
      .replace(/ · Modeldex$/, ''),
    description: named($, 'description'),
    picture: property($, 'og:image'),
    address: $('link[rel=canonical]').attr('href') ?? null,
  }),
};

const property = ($: CheerioAPI, name: string) => $(`meta[property="${name}"]`).attr('content') ?? null;
const named = ($: CheerioAPI, name: string) => $(`meta[name="${name}"]`).attr('content') ?? null;

const fileAt = (address: string, site: SiteName): string => {
  const root = `${SITE_URL}${basePathOf(site).replace(/\/$/, '')}/`;
  expect(address.startsWith(root)).toBe(true);
  return address.slice(root.length).replace(/(^|\/)$/, '$1index.html');
};

const node = z.looseObject({ '@type': z.string() });
const context = { '@context': z.literal('https://schema.org') };
const written = z.union([
  z.strictObject({ ...context, '@graph': z.array(node).min(2) }).transform((one) => one['@graph']),
  z.looseObject({ ...context, '@type': z.string() }).transform((one) => [one]),
]);
const trail = z.looseObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.number(),
        name: z.string().min(1),
        item: z.url().optional(),
      }),
    )
    .min(2),
});

/** What a page says to search engines. */
function dataOf($: CheerioAPI): z.infer<typeof written> {
  const scripts = $('script[type="application/ld+json"]');
  expect(scripts.length).toBeLessThanOrEqual(1);
  return scripts.length === 0 ? [] : written.parse(JSON.parse(scripts.text()));
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the tests read of every page of a site, which is parsed once. */
const headsOf = (site: SiteName) =>
  fromPages(site, ALL_PAGES, (page) => {
    const { $, path, url } = page;
    const isModel = $('main[data-model-id]').length === 1;
    return [
      {
        path,
        isCanonical: !isRedirect(page) && $('link[rel=canonical]').attr('href') === url.href,
        seen: Object.values(READERS).map((read) => read($)),
        picture: property($, 'og:image'),
        card: named($, 'twitter:card'),
        size: [property($, 'og:image:width'), property($, 'og:image:height')].join(),
        alt: property($, 'og:image:alt') ?? '',
        data: dataOf($),
        shown: $('nav[aria-label=Breadcrumb] a')
          .toArray()
          .map((link) => clean($(link).text())),
        listed:
          isModel && $('main[data-retired], main[data-not-asked-for]').length === 0 ? $('h1').text() : null,
      },
    ];
  });

describe.each(['plain', 'base-path', 'hostile'] as const)('the heads of the site "%s"', (site) => {
  const heads = headsOf(site);
  const isThere = (address: string): boolean => filesOf(site, fileAt(address, site)).length === 1;
  const pathsOf = (odd: readonly { readonly path: string }[]) => odd.map(({ path }) => path).slice(0, 10);

  it('have one title, description and address for three kinds of readers, on every canonical page', () => {
    const canonical = heads.filter(({ isCanonical }) => isCanonical);
    expect(canonical.length).toBeGreaterThan(400);
    const odd = canonical.filter(({ seen }) =>
      (['title', 'description', 'address'] as const).some(
        (key) => (seen[0]?.[key] ?? '') === '' || seen.some((one) => one[key] !== seen[0]?.[key]),
      ),
    );
    expect(pathsOf(odd)).toEqual([]);
  });

  it('have a picture with an absolute address, its size and its words, or ask for none', () => {
    const odd = heads.filter(({ picture, card, size, alt }) =>
      picture === null
        ? card === 'summary_large_image'
        : card !== 'summary_large_image' || size !== '1200,630' || alt === '' || !isThere(picture),
    );
    expect(pathsOf(odd)).toEqual([]);
  });

  it('name in JSON-LD the pages above each page that it shows itself, which are there', () => {
    const odd = heads.filter(({ data, shown }) => {
      const list = data.find((one) => one['@type'] === 'BreadcrumbList');
      if (list === undefined) return shown.length > 0;
      const items = trail.parse(list).itemListElement;
      const above = items.slice(0, -1);
      return (
        items.some(({ position }, place) => position !== place + 1) ||
        above.some(({ item }) => !isThere(item ?? '')) ||
        above.map(({ name }) => clean(name)).join('|') !== shown.join('|')
      );
    });
    expect(pathsOf(odd)).toEqual([]);
    expect(heads.filter(({ data }) => data.length > 0).length).toBeGreaterThan(400);
  });

  it('name in JSON-LD every listed model, and none that is not listed', () => {
    const odd = heads.filter(({ data, listed }) => {
      const model = data.find((one) => one['@type'] === 'WebAPI');
      return listed === null ? model !== undefined : model?.name !== listed;
    });
    expect(pathsOf(odd)).toEqual([]);
    expect(heads.filter(({ listed }) => listed !== null).length).toBeGreaterThan(50);
  });
});

describe('the JSON-LD of the data', () => {
  it('names files that are there, with the dates that they cover', () => {
    const dataset = z
      .looseObject({
        temporalCoverage: z.string(),
        description: z.string().min(50).max(5000),
        distribution: z.array(z.looseObject({ contentUrl: z.url(), encodingFormat: z.string() })).min(8),
      })
      .parse(dataOf(readPage('plain', 'api/index.html').$).find((one) => one['@type'] === 'Dataset'));
    expect(dataset.temporalCoverage).toBe('2024-09-21/2026-08-22');
    const missing = dataset.distribution.filter(
      ({ contentUrl }) => filesOf('plain', fileAt(contentUrl, 'plain')).length !== 1,
    );
    expect(missing).toEqual([]);
  });

  it('names the search on the home page', () => {
    expect(dataOf(readPage('plain', 'index.html').$)).toMatchObject([
      { '@type': 'WebSite', potentialAction: { target: { urlTemplate: `${SITE_URL}/search/?q={words}` } } },
    ]);
  });
});

describe.each(['plain', 'base-path'] as const)('what browsers may install of the site "%s"', (site) => {
  const base = basePathOf(site).replace(/\/$/, '');

  it('is a search with the address of the site', () => {
    const found: Record<string, string>[] = [];
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: false });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes: attrs }) => found.push({ name, ...attrs }));
    parser.on('text', (text) => texts.push(text.trim()));
    parser.write(readBuilt(site, 'opensearch.xml')).close();
    expect(found).toContainEqual({
      name: 'Url',
      type: 'text/html',
      template: `${SITE_URL}${base}/search/?q={searchTerms}`,
    });
    expect(texts).toContain('Modeldex');
    expect(found[0]).toMatchObject({ xmlns: 'http://a9.com/-/spec/opensearch/1.1/' });
    expect(texts.every((text) => text.length <= 1024)).toBe(true);
  });

  it('is an app that starts within the site, with icons of the sizes that it names', () => {
    const manifest = z
      .looseObject({
        start_url: z.string(),
        scope: z.string(),
        icons: z.array(
          z.strictObject({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() }),
        ),
        shortcuts: z.array(z.strictObject({ name: z.string(), url: z.string() })),
      })
      .parse(JSON.parse(readBuilt(site, 'manifest.webmanifest')));
    expect([manifest.start_url, manifest.scope]).toEqual([`${base}/`, `${base}/`]);
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of manifest.icons) {
      expect(pngSize(readBuilt(site, src.slice(base.length + 1), 'latin1'))).toBe(sizes);
    }
    for (const { url } of manifest.shortcuts) {
      expect(filesOf(site, `${url.slice(base.length + 1)}index.html`)).toHaveLength(1);
    }
  });

  it('is linked from the home page, from search and from the list of the reader', () => {
    for (const file of ['index.html', 'search/index.html', 'my/index.html']) {
      const page = readPage(site, file);
      expect(attributes(page, 'link[rel=manifest]', 'href')).toEqual([`${base}/manifest.webmanifest`]);
      expect(attributes(page, 'link[rel=search]', 'href')).toEqual([`${base}/opensearch.xml`]);
    }
  });
});

/** The size in the head of a PNG file; empty for another file. */
function pngSize(bytes: string): string {
  const file = Buffer.from(bytes, 'latin1');
  return file.toString('latin1', 1, 4) === 'PNG' ? `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}` : '';
}
