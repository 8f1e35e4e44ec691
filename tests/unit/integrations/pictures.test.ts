import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawListed, pictures } from '../../../src/integrations/pictures.ts';
import { text } from '../../../src/pictures/nodes.ts';

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterEach(() => rm(scratch, { recursive: true }));

it('drawListed says what to do where the renderer cannot be loaded', async () => {
  const folder = join(scratch, 'og');
  await mkdir(folder);
  await writeFile(join(folder, 'pictures.json'), '[]');
  vi.resetModules();
  vi.doMock('@takumi-rs/core', () => {
    throw new Error('no binding for this machine');
  });
  await expect(drawListed(scratch, join(scratch, 'cache'))).rejects.toThrow(
    /^The pictures cannot be drawn, .*Install the packages again with "npm ci", or set OG_PICTURES=off\.$/s,
  );
  vi.doUnmock('@takumi-rs/core');
  vi.resetModules();
});

it('drawListed draws the listed pictures and removes the list', async () => {
  const folder = join(scratch, 'site/og');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pictures.json'), JSON.stringify([['a.png', text('A', {})]]));
  expect(await drawListed(join(scratch, 'site'), join(scratch, 'cache'))).toEqual({ pictures: 1, drawn: 1 });
  expect(await readdir(folder)).toEqual(['a.png']);
  expect(await readdir(join(scratch, 'cache/og'))).toEqual(['a.png']);
});

it('drawListed does nothing for a site without a list', async () => {
  expect(await drawListed(scratch, join(scratch, 'cache'))).toBeNull();
  expect(await readdir(scratch)).toEqual([]);
});

it.each([
  [true, ['/og/pictures.json']],
  [false, []],
])('with pictures %j, a build has the routes %j for them', (areOn, expected) => {
  const patterns: string[] = [];
  const setup = pictures(areOn).hooks['astro:config:setup'];
  const injectRoute = ({ pattern }: { pattern: string }): void => void patterns.push(pattern);
  void setup?.({ injectRoute } as unknown as Parameters<typeof setup>[0]);
  expect(patterns).toEqual(expected);
});
