/**
 * `npm test`: the quick and the slow unit tests while the sites are built; then the tests of the built sites
 * and the browser tests, one after the other, beside those that build sites of their own. The last line is
 * `N passed, N failed, N skipped`; the exit code is 1 when anything failed, a runner crashed or none ran.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureTestBrowser } from '../src/cli/chromium.ts';
import { ROOT, SCRATCH } from './support/paths.ts';
import { addTallies, readPlaywrightReport, readVitestReport, type Tally } from './support/tally.ts';
import { SITE_NAMES, buildSite } from './support/sites.ts';

const require = createRequire(import.meta.url);
const binOf = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

mkdirSync(SCRATCH, { recursive: true });
const tallies: Tally[] = [
  ...(await Promise.all([vitest('unit', 'slow'), buildSites()])),
  ...(await Promise.all([builtSites(), vitest('live')])),
];
report(addTallies(tallies));

async function builtSites(): Promise<Tally> {
  return addTallies([await vitest('build'), await playwright()]);
}

async function vitest(...projects: readonly ('unit' | 'slow' | 'build' | 'live')[]): Promise<Tally> {
  const name = projects.join('-');
  const file = freshReport(`vitest-${name}.json`);
  const code = await run(binOf('vitest', 'vitest.mjs'), [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return tallyOf(`vitest ${projects.join(' and ')}`, code, () =>
    readVitestReport(readFileSync(file, 'utf8')),
  );
}

async function playwright(): Promise<Tally> {
  const file = freshReport('playwright.json');
  try {
    process.env.CHROMIUM = ensureTestBrowser();
  } catch (error) {
    return failed('find a browser', error);
  }
  const code = await run(binOf('@playwright/test', 'cli.js'), ['test', '--reporter=dot,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return tallyOf('playwright', code, () => readPlaywrightReport(readFileSync(file, 'utf8')));
}

/** Each site that can be built counts as a passed test: none of the others would say so as plainly. */
async function buildSites(): Promise<Tally> {
  const built: Tally[] = [];
  for (const name of SITE_NAMES) {
    const begunAt = performance.now();
    try {
      await buildSite(name);
      console.log(`Built the site "${name}" in ${Math.round((performance.now() - begunAt) / 1000)} s.`);
      built.push({ passed: 1, failures: [], skips: [] });
    } catch (error) {
      built.push(failed(`build the site "${name}"`, error));
    }
  }
  return addTallies(built);
}

function freshReport(name: string): string {
  const file = join(SCRATCH, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * The runner's report. A runner that fails without a failed test, or leaves no report, counts as a failure.
 */
function tallyOf(runner: string, code: number | null, read: () => Tally): Tally {
  try {
    const tally = read();
    const crashed = code !== 0 && tally.failures.length === 0;
    return crashed ? { ...tally, failures: [`${runner} ended with code ${code ?? 'none'}`] } : tally;
  } catch (error) {
    return failed(`${runner}, whose report cannot be read`, error);
  }
}

function failed(what: string, error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failures: [what], skips: [] };
}

function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

function report({ passed, failures, skips, unsteady = [] }: Tally): void {
  for (const name of unsteady) console.log(`passed on the second try: ${name}`);
  for (const name of skips) console.log(`skipped: ${name}`);
  for (const name of failures) console.log(`FAILED: ${name}`);
  if (passed + failures.length === 0) console.log('No test was found.');
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failures.length} failed, ${skips.length} skipped`);
}
