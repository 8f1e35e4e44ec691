import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { CatalogReport } from './build-report/catalog-report.ts';

/** The content of `build.json`: what the site holds, and how it was built. */
export interface BuildReport extends CatalogReport {
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
 * start of the build on the clock of `performance`.
 */
export async function completeReport(site: string, begunAt: number): Promise<void> {
  const file = join(site, REPORT);
  const report: BuildReport = {
    ...(JSON.parse(await readFile(file, 'utf8')) as CatalogReport),
    pages: await countPages(site),
    built_at: new Date().toISOString(),
    duration_ms: Math.round(performance.now() - begunAt),
  };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(summaryOf(report));
}

async function countPages(site: string): Promise<number> {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).length;
}

/** The line for the console: the key facts for someone who only reads the end of a log. */
export function summaryOf(report: BuildReport): string {
  const { models, retired, events, categories, quarantined, unknown, dropped, pages } = report;
  return [
    `${models} models as of ${report.captured_at} (${report.source})`,
    `${retired} retired`,
    `${events} events`,
    `${Object.keys(categories).length} categories (${report.categories_origin})`,
    `${quarantined.length} quarantined`,
    `${unknown.length} unknown`,
    `${dropped.length} dropped`,
    `${pages} pages in ${(report.duration_ms / 1000).toFixed(1)} s`,
  ].join(', ');
}
