import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';

/** What a browser loads for a page before any interaction, gzipped, in bytes. */
interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly complete: number;
  /** The number of files. */
  readonly requests: number;
}

/** A built site on disk, with a cache of the weights of shared files. */
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
  const allScripts = withImports(site, scripts);
  const weight = { html: gzipSync(html).length, css: sum(styles), js: sum(allScripts) };
  return {
    ...weight,
    complete: weight.html + weight.css + weight.js,
    requests: 1 + styles.size + allScripts.size,
  };
}

/** Average number of elements in each row of the page's first table of models. */
export function elementsPerRow(html: string): number {
  const $ = load(html);
  const rows = $('table[data-models]').first().find('tbody tr');
  return rows.length === 0 ? 0 : (rows.find('*').length + rows.length) / rows.length;
}

/** The median, or the greater of two middle values; 0 for an empty list. */
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

/**
 * The files that an import of a script loads besides the scripts of a page, in steps: the files of a step are
 * only known after those of the previous step have arrived.
 */
export function importSteps(site: SiteFiles, page: string, script: string): readonly string[][] {
  const html = readFileSync(join(site.dir, page), 'utf8');
  const seen = withImports(site, partsOf(html).scripts);
  const steps: string[][] = [];
  for (let step = [script]; step.length > 0;) {
    for (const address of step) seen.add(address);
    steps.push(step);
    step = [...new Set(step.flatMap((address) => importsOf(site, address)))].filter(
      (address) => !seen.has(address),
    );
  }
  return steps;
}

/** The scripts and all their static imports. Dynamic imports do not count. */
function withImports(site: SiteFiles, scripts: ReadonlySet<string>): Set<string> {
  const found = new Set(scripts);
  // Entries added to a set during iteration are visited too.
  for (const address of found) for (const target of importsOf(site, address)) found.add(target);
  return found;
}

/** The addresses of a script's static imports. */
function importsOf(site: SiteFiles, address: string): string[] {
  const code = readFileSync(join(site.dir, fileOf(site, address)), 'utf8');
  const imports = code.matchAll(/(?:\bfrom|^import|[;}]import)\s*["'`]([^"'`]+\.js)["'`]/g);
  return [...imports].map(([, target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(address), target) : target,
  );
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
