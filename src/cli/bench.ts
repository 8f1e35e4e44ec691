import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { measureBuild } from './bench/measure-build.ts';
import { measureList, measureSearch } from './bench/measure-page.ts';
import { measureWorkload } from './bench/measure-workload.ts';
import { measurePeer } from './bench/peer-table.ts';
import { atLeast, atMost, figure, skipped, tableOf, type Row } from './bench/report.ts';
import { syntheticCaptureText } from './bench/synthetic.ts';
import { elementsPerRow, median, siteFiles, weighPage } from './bench/weights.ts';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT, projectPaths } from './project-paths.ts';
import { startServer } from './static-server.ts';

const HELP = `Builds lists of several sizes and prints what was measured beside the budgets. Times want an idle machine.

  npm run bench -- [--quick] [--lighthouse N] [--peer FOLDER]

  --quick         only the embedded capture
  --lighthouse N  runs of Lighthouse a page, of which the median counts; 5 unless given, 0 for none
  --peer FOLDER   times the table of openrouterlist, too: FOLDER is a checkout of github.com/jvrck/openrouterlist`;

const SYNTHETIC_SIZES = [2_500, 10_000];
const FOLDER = join(PROJECT_ROOT, '.cache/bench');
const KB = 1_000;
const GB = 1e9;

/** Build budgets: 10,000 models in 90 s and 2 GB. Build time may grow at most linearly. */
const BUILD_BUDGETS: Readonly<Record<number, { seconds: number; bytes: number }>> = {
  10_000: { seconds: 90, bytes: 2 * GB },
};
const EMBEDDED_BUILD_BUDGET = { seconds: 20, bytes: GB };
/** Of all pictures, on two cores. */
const PICTURES_SECONDS = 30;

/**
 * Pages measured with Lighthouse. Pages that search engines should not list are not among them: they fail its
 * category SEO.
 */
const LIGHTHOUSE_PAGES = [
  '',
  'models/',
  'models/openai/gpt-4o/',
  'models/deepseek/deepseek-r1-distill-qwen-32b/',
  'outputs/image/',
  'categories/',
  'categories/programming/',
  'authors/',
  'authors/openai/',
  'families/anthropic/claude/',
  'changes/',
  'retired/',
  'retiring/',
  'charts/',
  'feeds/',
  'api/',
  'about/',
];
/** Of 100. The other three categories must reach 100. */
const MIN_PERFORMANCE = 98;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      lighthouse: { type: 'string', default: '5' },
      peer: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const executablePath = ensureChromium();
  await mkdir(FOLDER, { recursive: true });
  for (const size of values.quick ? [null] : [null, ...SYNTHETIC_SIZES]) {
    const rows = await bench(size, executablePath, Number(values.lighthouse), values.peer);
    console.log(`\n${tableOf(size === null ? 'The embedded capture' : `${size} models`, rows)}`);
  }
});

/** `null`: the embedded capture. */
async function bench(
  size: number | null,
  executablePath: string,
  lighthouseRuns: number,
  peer: string | undefined,
): Promise<Row[]> {
  const dir = join(FOLDER, size === null ? 'embedded' : String(size));
  await rm(dir, { recursive: true, force: true });
  const capture = size === null ? null : await writeSynthetic(size);
  const build = await measureBuild(capture, dir);
  const rows = [...buildRows(size, build), ...weightRows(dir)];
  if (size === null) rows.push(...(await pictureRows(dir, build.seconds)));

  const server = await startServer({ dir });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const list = await measureList(browser, server.url);
    rows.push(...listRows(size, list));
    rows.push(
      atMost(
        '/models/: change of the workload to next frame',
        await measureWorkload(browser, server.url),
        'ms',
        size === null ? 60 : 120,
      ),
    );
    if (size === null) rows.push(...(await peerRows(browser, peer, list)));
    const search = await measureSearch(browser, server.url);
    rows.push(
      atMost('search: letter to results, warm', search.warm, 'ms', 20),
      atMost(
        'search: loaded until the first results',
        search.coldBytes,
        'kB',
        (size ?? 0) > 1_000 ? 120 * KB : 60 * KB,
      ),
    );
    await browser.close();
    if (size === null && lighthouseRuns > 0) {
      rows.push(...(await lighthouseRows(server.url, executablePath, lighthouseRuns)));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}

async function writeSynthetic(size: number): Promise<string> {
  const source = projectPaths(PROJECT_ROOT).embeddedCapture;
  const file = join(FOLDER, `${size}.json`);
  await writeFile(file, syntheticCaptureText(JSON.parse(await readFile(source, 'utf8')), source, size));
  return file;
}

function buildRows(
  size: number | null,
  { seconds, peakBytes }: Awaited<ReturnType<typeof measureBuild>>,
): Row[] {
  const budget = size === null ? EMBEDDED_BUILD_BUDGET : BUILD_BUDGETS[size];
  const memory = 'build: memory at its peak';
  return [
    budget ? atMost('build', seconds, 's', budget.seconds) : figure('build', seconds, 's'),
    budget && peakBytes !== null
      ? atMost(memory, peakBytes, 'MB', budget.bytes)
      : figure(memory, peakBytes, 'MB'),
  ];
}

/** A second build, with pictures: `seconds` is what the first took without. */
async function pictureRows(dir: string, seconds: number): Promise<Row[]> {
  const site = `${dir}.pictures`;
  await rm(site, { recursive: true, force: true });
  await rm(`${site}.cache`, { recursive: true, force: true });
  const build = await measureBuild(null, site, { OG_PICTURES: 'on' });
  return [
    figure('pictures', readdirSync(join(site, 'og')).length, 'count'),
    figure('build with pictures, none of them kept', build.seconds, 's'),
    atMost('build: time that pictures take', Math.max(0, build.seconds - seconds), 's', PICTURES_SECONDS),
  ];
}

function weightRows(dir: string): Row[] {
  const site = siteFiles(dir);
  const pages = globSync('**/*.html', { cwd: dir });
  const isListed = (file: string) => {
    const html = file.startsWith('models/') ? readFileSync(join(dir, file), 'utf8') : '';
    return html.includes('data-pagefind-body') && !html.includes('data-retired');
  };
  const weightsOf = (files: readonly string[]) => files.map((file) => weighPage(site, file).complete);
  const models = weightsOf(pages.filter(isListed));
  const list = readFileSync(join(dir, 'models/index.html'), 'utf8');
  const listed = list.match(/<th scope="row"/g)?.length ?? 0;
  const worst = (pattern: string) => Math.max(0, ...weightsOf(globSync(pattern, { cwd: dir })));
  return [
    figure('pages', pages.length, 'count'),
    figure('/models/: rows', listed, 'count'),
    // 34 kB at 421 rows.
    atMost('/models/: complete', worst('models/index.html'), 'kB', 8.7 * KB + 60 * listed),
    atMost('/models/: elements a row', elementsPerRow(list), 'count', 18),
    atMost('page of a listed model: complete, median', median(models), 'kB', 14 * KB),
    atMost('page of a listed model: complete, worst', Math.max(...models), 'kB', 18 * KB),
    figure('home: complete', worst('index.html'), 'kB'),
    figure('category page: complete, worst', worst('categories/*/index.html'), 'kB'),
    figure('author page: complete, worst', worst('authors/*/index.html'), 'kB'),
    figure('search page: complete', worst('search/index.html'), 'kB'),
  ];
}

function listRows(
  size: number | null,
  { sort, filter, everyFilter, appendAll }: Awaited<ReturnType<typeof measureList>>,
): Row[] {
  const budget = size === null ? appendAll / 2 : 60;
  return [
    figure('/models/: every row appended again (for comparison)', appendAll, 'ms'),
    atMost('/models/: sort click to next frame', sort, 'ms', budget),
    atMost('/models/: filter letter to next frame', filter, 'ms', budget),
    atMost('/models/: filter letter to next frame, every filter set', everyFilter, 'ms', budget),
  ];
}

async function peerRows(
  browser: Browser,
  folder: string | undefined,
  { sort, filter }: Awaited<ReturnType<typeof measureList>>,
): Promise<Row[]> {
  const what = 'openrouterlist: the same rows';
  if (folder === undefined) return [skipped(what, 'no --peer folder was given')];
  const capture = projectPaths(PROJECT_ROOT).embeddedCapture;
  const peer = await measurePeer(browser, { folder, libraries: join(FOLDER, 'peer'), capture });
  return [
    figure(what, peer.rows, 'count'),
    figure('openrouterlist: sort click to next frame', peer.sort, 'ms'),
    figure('openrouterlist: filter letter to next frame', peer.filter, 'ms'),
    atMost('/models/: sort, times openrouterlist', sort / peer.sort, 'times', 0.3),
    atMost('/models/: filter, times openrouterlist', filter / peer.filter, 'times', 0.7),
  ];
}

async function lighthouseRows(siteUrl: string, executablePath: string, runs: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const path of LIGHTHOUSE_PAGES) {
    const name = `Lighthouse /${path}`;
    try {
      const { lighthouseScores } = await import('./bench/lighthouse.ts');
      const scores = await lighthouseScores(new URL(path, siteUrl).href, executablePath, runs);
      rows.push(
        atLeast(`${name}: performance`, scores.performance, 'points', MIN_PERFORMANCE),
        atLeast(`${name}: accessibility`, scores.accessibility, 'points', 100),
        atLeast(`${name}: best practices`, scores['best-practices'], 'points', 100),
        atLeast(`${name}: SEO`, scores.seo, 'points', 100),
      );
    } catch (error) {
      rows.push(skipped(name, error instanceof Error ? error.message : String(error)));
    }
  }
  return rows;
}
