import { readdir, readFile, writeFile } from 'node:fs/promises';
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

/**
 * Writes `build.json` and prints a one-line summary. The catalog's part comes from a route, because only
 * routes can read collections; the rest is added when the site is complete. Must be the last integration.
 */
export function buildReport(): AstroIntegration {
  let begunAt = performance.now();
  return {
    name: 'build-report',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        begunAt = performance.now();
        injectRoute({ pattern: `/${REPORT}`, entrypoint: ROUTE, prerender: true });
      },
      'astro:build:done': async ({ dir }) => {
        const file = new URL(REPORT, dir);
        const report: BuildReport = {
          ...(JSON.parse(await readFile(file, 'utf8')) as CatalogReport),
          pages: await countPages(dir),
          built_at: new Date().toISOString(),
          duration_ms: Math.round(performance.now() - begunAt),
        };
        await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
        console.log(summaryOf(report));
      },
    },
  };
}

async function countPages(dir: URL): Promise<number> {
  const files = await readdir(dir, { recursive: true });
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
