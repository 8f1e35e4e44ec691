import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isRunning } from '../../../src/files/lock.ts';
import type { BuildReport } from '../../../src/integrations/build-report.ts';
import { ROOT } from '../../support/paths.ts';

/** The command in a project of its own, in which Astro and Pagefind are stand-ins; Astro takes its time. */

const ASTRO = `import { mkdir, writeFile } from 'node:fs/promises';
  const REPORT = { unknown: [], dropped: [], quarantined: [], categories: {} };
  export async function build({ outDir }) {
    await mkdir(outDir);
    if (process.env.WORD === 'fail') throw new Error('no page today');
    await writeFile(outDir + '/process', String(process.pid));
    await new Promise((settle) => setTimeout(settle, process.env.WORD === 'slow' ? 60_000 : 1_000));
    await writeFile(outDir + '/build.json', JSON.stringify(REPORT));
    await writeFile(outDir + '/index.html', process.env.WORD ?? '');
  }`;

const PAGEFIND = `const errors = [];
  const index = {
    addDirectory: async () => ({ errors }),
    getFiles: async () => ({ errors, files: [{ path: 'index', content: 'of ' + process.env.WORD }] }),
  };
  export const createIndex = async () => ({ errors, index });
  export const close = async () => {};`;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'build-'));
  for (const path of ['cli', 'files', 'integrations', 'pictures', 'catalog']) {
    await cp(join(ROOT, 'src', path), join(project, 'src', path), { recursive: true });
  }
  for (const [name, code] of Object.entries({ astro: ASTRO, pagefind: PAGEFIND })) {
    const folder = join(project, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"type":"module","exports":"./index.js"}');
    await writeFile(join(folder, 'index.js'), code);
  }
});
afterEach(() => rm(project, { recursive: true }));

function build(
  word: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly complaint: string }> {
  return new Promise((settle) => {
    const env = { ...process.env, WORD: word };
    execFile(
      process.execPath,
      [join(project, 'src/cli/build.ts'), ...args],
      { env },
      (error, _, complaint) => {
        settle({ code: error ? Number(error.code) : 0, complaint });
      },
    );
  });
}

it('npm run build publishes only one of two builds at once, even into another folder, and the other reports why it did not', async () => {
  const words = ['a', 'b'];
  const outcomes = await Promise.all([
    build('a'),
    build('b', '--out', join(project, 'elsewhere/dist'), '--cache', join(project, 'elsewhere/cache')),
  ]);
  expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
  const [done, refused] = outcomes.toSorted((one, other) => one.code - other.code);
  expect(done?.complaint).toBe('');
  expect(refused?.complaint).toMatch(
    /^Another build \(process \d+\) is running in this project, .* delete .*building\.lock\.\n$/,
  );
  const places = [join(project, 'dist/index.html'), join(project, 'elsewhere/dist/index.html')];
  const texts = await Promise.all(places.map((place) => readFile(place, 'utf8').catch(() => '')));
  expect(texts.join('')).toBe(words[outcomes.findIndex(({ code }) => code === 0)]);

  expect(await build('c')).toMatchObject({ code: 0, complaint: '' });
  expect(await readFile(join(project, 'dist/index.html'), 'utf8')).toBe('c');
  expect(await readdir(join(project, '.cache'))).toEqual([]);
});

it('npm run build indexes the text and completes the report after the pages are rendered', async () => {
  expect(await build('a')).toEqual({ code: 0, complaint: '' });
  expect(await readFile(join(project, 'dist/pagefind/index'), 'utf8')).toBe('of a');
  const report = JSON.parse(await readFile(join(project, 'dist/build.json'), 'utf8')) as BuildReport;
  expect(report.pages).toBe(1);
  expect(report.duration_ms).toBeGreaterThan(1_000);
});

it('npm run build reports once why pages cannot be rendered, and keeps the old site', async () => {
  await build('a');
  const { code, complaint } = await build('fail');
  expect(code).toBe(1);
  expect(complaint.match(/no page today/g)).toHaveLength(1);
  expect(complaint).not.toContain('ReportedError');
  expect(await readFile(join(project, 'dist/index.html'), 'utf8')).toBe('a');
});

it('npm run build leaves no process behind that renders pages when it is stopped', async () => {
  const command = spawn(process.execPath, [join(project, 'src/cli/build.ts')], {
    env: { ...process.env, WORD: 'slow' },
    stdio: 'ignore',
  });
  const renderer = await vi.waitFor(
    async () => {
      const [next = ''] = (await readdir(project)).filter((name) => name.startsWith('dist.next'));
      return Number(await readFile(join(project, next, 'process'), 'utf8'));
    },
    { timeout: 10_000 },
  );
  expect(isRunning(renderer)).toBe(true);
  command.kill('SIGKILL');
  await vi.waitFor(
    () => {
      expect(isRunning(renderer)).toBe(false);
    },
    { timeout: 10_000 },
  );
});
