import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Drawn } from '../pictures/draw.ts';
import type { CatalogReport } from './build-report/catalog-report.ts';

/** The content of `build.json`: what the site holds, and how it was built. */
export interface BuildReport extends CatalogReport {
  /** Number of Open Graph pictures. */
  readonly pictures: number;
  /** Number of HTML files. */
  readonly pages: number;
  /** ISO time, from this machine's clock. */
  readonly built_at: string;
  readonly duration_ms: number;
}

const REPORT = 'build.json';
const ROUTE = new URL('./build-report/route.ts', import.meta.url);

/** Has the catalog's part of `build.json` written by a route, because only routes can read collections. */
export function buildReport(): AstroIntegration {
  return {
    name: 'build-report',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: `/${REPORT}`, entrypoint: ROUTE, prerender: true });
      },
    },
  };
}

/**
 * Adds the rest to `build.json` when the site is complete, and prints a one-line summary. `begunAt` is the
 * start of the build on the clock of `performance`; `drawn` is `null` where pictures are off.
 */
export async function completeReport(
  site: string,
  { begunAt, drawn }: { readonly begunAt: number; readonly drawn: Drawn | null },
): Promise<void> {
  const file = join(site, REPORT);
  const report: BuildReport = {
    ...(JSON.parse(await readFile(file, 'utf8')) as CatalogReport),
    pictures: drawn?.pictures ?? 0,
    pages: await countPages(site),
    built_at: new Date().toISOString(),
    duration_ms: Math.round(performance.now() - begunAt),
  };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(summaryOf(report, drawn?.drawn ?? 0));
}

async function countPages(site: string): Promise<number> {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).length;
}

/** The line for the console: the key facts for someone who only reads the end of a log. */
export function summaryOf(report: BuildReport, drawn: number): string {
  const { models, retired, events, categories, quarantined, unknown, dropped, pictures, pages } = report;
  return [
    `${models} models as of ${report.captured_at} (${report.source})`,
    `${retired} retired`,
    `${events} events`,
    `${Object.keys(categories).length} categories (${report.categories_origin})`,
    `${quarantined.length} quarantined`,
    `${unknown.length} unknown`,
    `${dropped.length} dropped`,
    ...(pictures === 0 ? [] : [`${pictures} pictures (${drawn} drawn, ${pictures - drawn} kept)`]),
    `${pages} pages in ${(report.duration_ms / 1000).toFixed(1)} s`,
  ].join(', ');
}
