import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, ensureChromium } from '../../tests/support/chromium.ts';
import { readCapture, writeCapture } from '../upstream/capture.ts';
import { EMBEDDED_CAPTURE } from '../upstream/load.ts';
import { runBuild } from './bench/build-run.ts';
import { searchLatency, tableLatency } from './bench/latency.ts';
import { lighthouseScores } from './bench/lighthouse.ts';
import {
  atLeast,
  atMost,
  kilobytes,
  megabytes,
  milliseconds,
  printMeasures,
  seconds,
  type Measure,
} from './bench/report.ts';
import { syntheticCapture } from './bench/synthetic.ts';
import { elementsPerRow, median, siteFiles, weighPage } from './bench/weights.ts';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { startServer } from './static-server.ts';

const HELP = `Measures the site against its budgets and prints a table for each size of catalog.

  npm run bench -- [--quick] [--sizes 421,2500,10000] [--no-lighthouse]

  --quick          only the embedded capture, without Lighthouse
  --sizes N,N      how many rows the catalogs have; the first 421 are the embedded capture's
  --no-lighthouse  leaves out Lighthouse, which takes minutes`;

const SCRATCH = join(PROJECT_ROOT, '.cache/bench');
const DEBUGGING_PORT = 9333;
const LARGE = 1000;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '421,2500,10000' },
      'no-lighthouse': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const sizes = values.quick ? [421] : values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new UsageError(
      `--sizes is "${values.sizes}", but it may only be whole numbers with commas between.`,
    );
  }
  mkdirSync(SCRATCH, { recursive: true });
  for (const [index, size] of sizes.entries()) {
    const withLighthouse = index === 0 && !values.quick && !values['no-lighthouse'];
    console.log(printMeasures(`${size} models`, await measure(size, withLighthouse)));
  }
});

async function measure(size: number, withLighthouse: boolean): Promise<Measure[]> {
  const capturePath = join(SCRATCH, `capture-${size}.json`);
  const embedded = await readCapture(join(PROJECT_ROOT, EMBEDDED_CAPTURE));
  await writeCapture(capturePath, syntheticCapture(embedded, size));
  const dir = join(SCRATCH, `site-${size}`);
  const build = await runBuild(capturePath, dir);
  const isLarge = size > LARGE;
  return [
    atMost('build', build.seconds, isLarge ? 90 : 20, seconds),
    atMost('peak memory of the build', build.peakMegabytes, isLarge ? 2000 : 1000, megabytes),
    { what: 'pages', budget: null, measured: String(build.pages), kept: null },
    ...weights(dir),
    ...(await latencies(dir, isLarge, withLighthouse)),
  ];
}

function weights(dir: string): Measure[] {
  const site = siteFiles(dir);
  const index = readFileSync(join(dir, 'models/index.html'), 'utf8');
  const rows = index.match(/<tr data-model-id/g)?.length ?? 0;
  const complete = (file: string): number => weighPage(site, file).complete;
  const models = globSync('models/**/index.html', { cwd: dir })
    .filter((file) => /<main[^>]*data-model-id/.test(readFileSync(join(dir, file), 'utf8')))
    .map(complete);
  const plain = (what: string, file: string): Measure => ({
    what: `${what}, complete`,
    budget: null,
    measured: kilobytes(complete(file)),
    kept: null,
  });
  return [
    atMost(`/models/ complete, ${rows} rows`, complete('models/index.html'), 15_000 + 95 * rows, kilobytes),
    atMost('elements a row of /models/', elementsPerRow(index), 18, (value) => value.toFixed(1)),
    atMost('a model page complete, median', median(models), 12_000, kilobytes),
    atMost('a model page complete, worst', Math.max(...models), 16_000, kilobytes),
    plain('home', 'index.html'),
    plain('/categories/programming/', 'categories/programming/index.html'),
    plain('/authors/', 'authors/index.html'),
    plain('/authors/openai/', 'authors/openai/index.html'),
    plain('/search/', 'search/index.html'),
  ];
}

async function latencies(dir: string, isLarge: boolean, withLighthouse: boolean): Promise<Measure[]> {
  const server = await startServer({ dir, basePath: '/', port: 0 });
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${DEBUGGING_PORT}`],
  });
  try {
    const table = await tableLatency(browser, server.url);
    const search = await searchLatency(browser, server.url);
    const bound = isLarge ? 60 : table.yardstick / 2;
    const measures = [
      atMost('sort click to next frame', table.sort, bound, milliseconds),
      atMost('filter keystroke to next frame', table.filter, bound, milliseconds),
      {
        what: `yardstick: appending all ${table.rows} rows again`,
        budget: null,
        measured: milliseconds(table.yardstick),
        kept: null,
      },
      atMost('search keystroke to results, warm', search.warm, 50, milliseconds),
      atMost('search, first results, cold', search.coldBytes, isLarge ? 120_000 : 60_000, kilobytes),
    ];
    if (!withLighthouse) return measures;
    const pages = [
      { path: 'models/', performance: 90 },
      { path: '', performance: 98 },
      { path: 'models/openai/gpt-4o/', performance: 98 },
      { path: 'categories/programming/', performance: 98 },
    ];
    for (const { path, performance } of pages) {
      const scores = await lighthouseScores(browser, DEBUGGING_PORT, new URL(path, server.url).href);
      measures.push(
        atLeast(`Lighthouse /${path}: performance`, scores.performance, performance),
        atLeast(`Lighthouse /${path}: accessibility`, scores.accessibility, 100),
        atLeast(`Lighthouse /${path}: best practices`, scores.bestPractices, 100),
        atLeast(`Lighthouse /${path}: SEO`, scores.seo, 100),
      );
    }
    return measures;
  } finally {
    await browser.close();
    await server.close();
  }
}
