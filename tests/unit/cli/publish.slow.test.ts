import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish, replaceSite, restoreSite } from '../../../src/cli/publish.ts';
import { PAGES } from '../../support/publish-site.ts';

const CHILD = resolve(import.meta.dirname, '../../support/publish-site.ts');

let folder: string;
let site: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modeldex-publish-'));
  site = join(folder, 'dist');
});
afterEach(() => rm(folder, { recursive: true }));

const making = (text: string) => async (target: string) => {
  await mkdir(target);
  await writeFile(join(target, 'index.html'), text);
};
const shown = () => readFile(join(site, 'index.html'), 'utf8');

interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly complaint: string;
}

/** Publishes a site of many files in a process of its own, which dies after the step. */
function publishApart(word: string, step = ''): Promise<Outcome> {
  return new Promise((settle) => {
    execFile(process.execPath, [CHILD, site, word, step], (error, _, complaint) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0;
      settle({ code, signal: error?.signal ?? null, complaint });
    });
  });
}

/** The words that the pages of the site hold; one word, on all of its pages, where it is whole. */
async function wordsIn(place: string): Promise<ReadonlySet<string>> {
  const names = await readdir(place);
  expect(names).toHaveLength(PAGES);
  return new Set(await Promise.all(names.map((name) => readFile(join(place, name), 'utf8'))));
}

it('publish puts a first site in its place', async () => {
  await publish(site, making('one'));
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('publish replaces the whole site and leaves nothing of the old one', async () => {
  await publish(site, making('one'));
  await writeFile(join(site, 'gone.html'), '');
  await publish(site, making('two'));
  expect(await shown()).toBe('two');
  expect(await readdir(site)).toEqual(['index.html']);
  expect(await readdir(folder)).toEqual(['dist']);
});

it('publish leaves the old site alone until the new one is complete', async () => {
  await publish(site, making('one'));
  await publish(site, async (target) => {
    await making('two')(target);
    expect(await shown()).toBe('one');
  });
});

it('publish keeps the old site when the new one fails halfway', async () => {
  await publish(site, making('one'));
  const failing = async (target: string) => {
    await making('half')(target);
    throw new Error('no');
  };
  await expect(publish(site, failing)).rejects.toThrow('no');
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('publish keeps the old site when nothing was built', async () => {
  await publish(site, making('one'));
  await expect(publish(site, () => Promise.resolve())).rejects.toThrow('ENOENT');
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('publish restores the old site after a stop between its two renames', async () => {
  await publish(site, making('one'));
  await rename(site, `${site}.previous`);
  await making('two')(`${site}.next`);
  await expect(publish(site, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('restoreSite restores an old site, and leaves a published site alone', async () => {
  await making('one')(`${site}.previous`);
  await restoreSite(site);
  expect(await shown()).toBe('one');
  await making('two')(`${site}.previous`);
  await restoreSite(site);
  expect(await shown()).toBe('one');
});

it('replaceSite changes nothing when the built site does not exist', async () => {
  await publish(site, making('one'));
  const built = join(folder, 'built');
  await expect(replaceSite(site, built)).rejects.toThrow('ENOENT');
  expect(await shown()).toBe('one');
  await making('two')(built);
  await replaceSite(site, built);
  expect(await shown()).toBe('two');
  expect(await readdir(folder)).toEqual(['dist']);
});

it.each(['a folder of other files', 'a file'])('publish does not replace %s', async (what) => {
  if (what === 'a file') await writeFile(site, 'mine');
  else {
    await mkdir(site);
    await writeFile(join(site, 'notes.md'), 'mine');
  }
  await expect(publish(site, making('one'))).rejects.toThrow('dist');
  expect(await readFile(what === 'a file' ? site : join(site, 'notes.md'), 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['dist']);
});

describe('publish in a process that is killed', () => {
  it.each([
    ['half', 'old'],
    ['made', 'old'],
    ['aside', 'old'],
    ['placed', 'new'],
    ['cleared', 'new'],
  ])(
    'stops after "%s" with the %s site complete, and the next publish removes the rest',
    async (step, left) => {
      expect(await publishApart('old')).toMatchObject({ code: 0, complaint: '' });
      expect(await publishApart('new', step)).toMatchObject({ signal: 'SIGKILL' });
      // Without a site for the moment only where it was stopped between the renames.
      expect(existsSync(site)).toBe(step !== 'aside');
      await restoreSite(site);
      expect(await wordsIn(site)).toEqual(new Set([left]));
      expect(await publishApart('next')).toMatchObject({ code: 0, complaint: '' });
      expect(await wordsIn(site)).toEqual(new Set(['next']));
      expect(await readdir(folder)).toEqual(['dist']);
    },
  );
});

describe('publish in two processes at once', () => {
  it('leaves one complete site and fails in neither process, 25 times', { timeout: 180_000 }, async () => {
    for (let pair = 0; pair < 25; pair += 1) {
      const words = [`${pair} a`, `${pair} b`];
      const outcomes = await Promise.all(words.map((word) => publishApart(word)));
      for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 0, complaint: '' });
      const shownWords = await wordsIn(site);
      expect(shownWords.size).toBe(1);
      expect(words).toContain([...shownWords][0]);
      expect(await readdir(folder)).toEqual(['dist']);
    }
  });
});
