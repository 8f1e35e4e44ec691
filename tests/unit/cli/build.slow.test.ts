import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../support/paths.ts';

/** The command in a project of its own, in which Astro is a stand-in that takes its time. */

const ASTRO = `import { mkdir, writeFile } from 'node:fs/promises';
  export async function build({ outDir }) {
    await mkdir(outDir);
    await new Promise((settle) => setTimeout(settle, 1_000));
    await writeFile(outDir + '/index.html', process.env.WORD ?? '');
  }`;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'build-'));
  for (const file of ['build', 'command', 'project-paths', 'publish', 'system-problem']) {
    await cp(join(ROOT, `src/cli/${file}.ts`), join(project, `src/cli/${file}.ts`));
  }
  await cp(join(ROOT, 'src/files'), join(project, 'src/files'), { recursive: true });
  await mkdir(join(project, 'node_modules/astro'), { recursive: true });
  await writeFile(
    join(project, 'node_modules/astro/package.json'),
    '{"type":"module","exports":"./astro.js"}',
  );
  await writeFile(join(project, 'node_modules/astro/astro.js'), ASTRO);
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

it('npm run build lets one of two builds at once publish, even into another folder, and the other say why it did not', async () => {
  const words = ['a', 'b'];
  const outcomes = await Promise.all([
    build('a'),
    build('b', '--out', join(project, 'elsewhere/dist'), '--cache', join(project, 'elsewhere/cache')),
  ]);
  expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
  const [done, refused] = outcomes.toSorted((one, other) => one.code - other.code);
  expect(done?.complaint).toBe('');
  expect(refused?.complaint).toMatch(
    /^Another build \(process \d+\) is at work in this project, .* delete .*building\.lock\.\n$/,
  );
  const places = [join(project, 'dist/index.html'), join(project, 'elsewhere/dist/index.html')];
  const texts = await Promise.all(places.map((place) => readFile(place, 'utf8').catch(() => '')));
  expect(texts.join('')).toBe(words[outcomes.findIndex(({ code }) => code === 0)]);

  expect(await build('c')).toMatchObject({ code: 0, complaint: '' });
  expect(await readFile(join(project, 'dist/index.html'), 'utf8')).toBe('c');
  expect(await readdir(join(project, '.cache'))).toEqual([]);
});
