import { describe, expect, it } from 'vitest';
import { attributes, filesOf, pagesOf, type BuiltPage } from '../support/built-site.ts';
import { SITE_URL, basePathOf, type SiteName } from '../support/sites.ts';

const LINKS = [
  ['a[href]', 'href'],
  ['link[href]', 'href'],
  ['script[src]', 'src'],
  ['img[src]', 'src'],
  ['form[action]', 'action'],
] as const;

const KNOWN_PROTOCOLS = ['http:', 'https:', 'mailto:'];

describe.each(['plain', 'base-path', 'hostile'] as const)('links of the site "%s"', (name) => {
  it('lead to a file of the site with its trailing slash, or to another site', () => {
    const { broken, checked } = checkLinks(name);
    expect(broken.slice(0, 20)).toEqual([]);
    expect(checked).toBeGreaterThan(300);
  });
});

it('reach every page that search engines list from the home page, redirects aside', () => {
  const links = new Map<string, readonly string[]>();
  const listed: string[] = [];
  for (const page of pagesOf('plain')) {
    const all = attributes(page, 'a[href]', 'href');
    links.set(page.path, [...new Set(all.flatMap((link) => URL.parse(link, page.url)?.pathname ?? []))]);
    if (attributes(page, 'link[rel=canonical]', 'href').includes(page.url.href)) listed.push(page.path);
  }
  const reached = new Set(['/']);
  // Entries added to a set during iteration are visited too.
  for (const path of reached) for (const next of links.get(path) ?? []) reached.add(next);
  expect(listed.length).toBeGreaterThan(400);
  expect(listed.filter((path) => !reached.has(path))).toEqual([]);
});

function checkLinks(name: SiteName): { broken: string[]; checked: number } {
  const files = new Set(filesOf(name));
  const base = basePathOf(name).replace(/\/$/, '');
  const targets = new Map<string, string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const page of pagesOf(name)) {
    anchors.set(page.path, new Set(attributes(page, '[id]', 'id')));
    for (const link of linksOf(page)) targets.set(link, page.path);
  }
  const broken = [...targets].flatMap(([link, from]) => {
    const problem = problemOf(link);
    return problem === null ? [] : [`${link} on ${from}: ${problem}`];
  });
  return { broken, checked: targets.size };

  function problemOf(link: string): string | null {
    // Calendars of this site, for calendar apps.
    const url = new URL(link.replace(/^webcal:/, 'https:'));
    if (link.startsWith('webcal:') && !url.pathname.endsWith('.ics')) return 'no calendar';
    if (link.startsWith('webcal:') && url.origin !== SITE_URL) return 'a calendar of another site';
    if (!KNOWN_PROTOCOLS.includes(url.protocol)) return 'a protocol that no link may have';
    if (url.origin !== SITE_URL) return null;
    if (!url.pathname.startsWith(`${base}/`)) return 'outside of the base path';
    const file = decodeURIComponent(url.pathname.slice(base.length + 1));
    if (file === '' || file.endsWith('/')) {
      if (!files.has(`${file}index.html`)) return 'no such page';
    } else if (!files.has(file)) {
      return files.has(`${file}/index.html`) ? 'lacks its last slash' : 'no such file';
    }
    const anchor = decodeURIComponent(url.hash.slice(1));
    const known = anchor === '' || anchor === 'top' || anchors.get(url.pathname)?.has(anchor) === true;
    return known ? null : 'no such place on that page';
  }
}

function linksOf(page: BuiltPage): string[] {
  return LINKS.flatMap(([selector, name]) => attributes(page, selector, name)).flatMap(
    (link) => URL.parse(link, page.url)?.href ?? `broken:${link}`,
  );
}
