import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';

/** What a page makes a browser load before any interaction, gzipped, in bytes. */
interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly complete: number;
}

/** A built site on disk; remembers the weight of what pages share. */
interface SiteFiles {
  readonly dir: string;
  /** `/` or `/catalog`. */
  readonly basePath: string;
  readonly gzipped: Map<string, number>;
}

export function siteFiles(dir: string, basePath = '/'): SiteFiles {
  return { dir, basePath, gzipped: new Map() };
}

/** `file` is relative to the site's folder: `models/index.html`. */
export function weighPage(site: SiteFiles, file: string): PageWeight {
  const html = readFileSync(join(site.dir, file), 'utf8');
  const { styles, scripts } = partsOf(html);
  const sum = (addresses: Iterable<string>) =>
    [...addresses].reduce((bytes, address) => bytes + gzippedSize(site, fileOf(site, address)), 0);
  const weight = { html: gzipSync(html).length, css: sum(styles), js: sum(withImports(site, scripts)) };
  return { ...weight, complete: weight.html + weight.css + weight.js };
}

/** Elements in each row of the page's first table of models, on average. */
export function elementsPerRow(html: string): number {
  const $ = load(html);
  const rows = $('table[data-models]').first().find('tr[data-model-id]');
  return rows.length === 0 ? 0 : (rows.find('*').length + rows.length) / rows.length;
}

/** The middle of the values; of two middles the greater. 0 for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function partsOf(html: string): { styles: Set<string>; scripts: Set<string> } {
  const $ = load(html);
  const all = (selector: string, name: string) =>
    $(selector)
      .toArray()
      .flatMap((element) => $(element).attr(name) ?? []);
  return {
    styles: new Set(all('link[rel="stylesheet"]', 'href')),
    scripts: new Set([...all('script[src]', 'src'), ...all('link[rel="modulepreload"]', 'href')]),
  };
}

/** The scripts and everything that they import as they load; what they import later does not count. */
function withImports(site: SiteFiles, scripts: ReadonlySet<string>): Set<string> {
  const found = new Set(scripts);
  // A set can grow while it is walked, and what is added is walked too.
  for (const address of found) {
    const code = readFileSync(join(site.dir, fileOf(site, address)), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:\bfrom|^import|[;}]import)\s*["'`]([^"'`]+\.js)["'`]/g)) {
      found.add(target.startsWith('.') ? posix.join(posix.dirname(address), target) : target);
    }
  }
  return found;
}

function fileOf({ basePath }: SiteFiles, address: string): string {
  const path = new URL(address, 'http://site.example').pathname;
  return basePath === '/' ? path.slice(1) : path.slice(basePath.length + 1);
}

function gzippedSize({ dir, gzipped }: SiteFiles, file: string): number {
  const known = gzipped.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(join(dir, file))).length;
  gzipped.set(file, size);
  return size;
}
