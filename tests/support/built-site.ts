import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { SITE_URL, basePathOf, siteDir, type SiteName } from './sites.ts';

export const ALL_PAGES = '**/*.html';

export interface BuiltPage {
  /** Relative to the site's folder: `models/index.html`. */
  readonly file: string;
  /** Where it is served, base path included: `/catalog/models/`. */
  readonly path: string;
  readonly url: URL;
  readonly $: CheerioAPI;
}

/** Paths of all files of a site, relative to its folder, with slashes. */
export function filesOf(name: SiteName, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: siteDir(name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(siteDir(name).length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** The records of all models with a page. The file of a badge ends in the same way. */
export function recordFilesOf(name: SiteName): string[] {
  return filesOf(name, 'models/*/**/*.json').filter((file) => !file.endsWith('.shields.json'));
}

export function readBuilt(name: SiteName, file: string, encoding: BufferEncoding = 'utf8'): string {
  return readFileSync(join(siteDir(name), file), encoding);
}

/** Every HTML document of a site, one after the other: parsed, they would not all fit into memory. */
export function* pagesOf(name: SiteName, pattern = ALL_PAGES): Generator<BuiltPage> {
  const base = basePathOf(name).replace(/\/$/, '');
  for (const file of filesOf(name, pattern)) {
    const html = readBuilt(name, file);
    // Some pages fetch rows that stand in a file of their own, which is no document.
    if (!/^\s*<!doctype html/i.test(html)) continue;
    const path = `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    yield { file, path, url: new URL(path, SITE_URL), $: load(html) };
  }
}

/** What `read` finds on each document of a site, in one list. */
export function fromPages<T>(name: SiteName, pattern: string, read: (page: BuiltPage) => readonly T[]): T[] {
  const found: T[] = [];
  for (const page of pagesOf(name, pattern)) found.push(...read(page));
  return found;
}

export function readPage(name: SiteName, file: string): BuiltPage {
  const [page] = pagesOf(name, file);
  if (page === undefined) throw new Error(`The site "${name}" has no page ${file}.`);
  return page;
}

/** A page that only sends its reader on. */
export const isRedirect = ({ $ }: BuiltPage): boolean => $('meta[http-equiv="refresh" i]').length > 0;

/** The values of an attribute on whatever the selector finds. */
export function attributes({ $ }: BuiltPage, selector: string, name: string): string[] {
  return $(selector)
    .toArray()
    .flatMap((element) => $(element).attr(name) ?? []);
}
