import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publish } from '../../../src/cli/publish.ts';

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

it('puts the first site in its place', async () => {
  await publish(site, making('one'));
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('replaces the whole site, and leaves nothing of the old one', async () => {
  await publish(site, making('one'));
  await writeFile(join(site, 'gone.html'), '');
  await publish(site, making('two'));
  expect(await shown()).toBe('two');
  expect(await readdir(site)).toEqual(['index.html']);
  expect(await readdir(folder)).toEqual(['dist']);
});

it('leaves the old site alone until the new one is whole', async () => {
  await publish(site, making('one'));
  await publish(site, async (target) => {
    await making('two')(target);
    expect(await shown()).toBe('one');
  });
});

it('keeps the old site when the new one fails half-way', async () => {
  await publish(site, making('one'));
  const failing = async (target: string) => {
    await making('half')(target);
    throw new Error('no');
  };
  await expect(publish(site, failing)).rejects.toThrow('no');
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('keeps the old site when the new one is not there', async () => {
  await publish(site, making('one'));
  await expect(publish(site, () => Promise.resolve())).rejects.toThrow('ENOENT');
  expect(await shown()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

it('gives the old site back when it was stopped between the two renames', async () => {
  await publish(site, making('one'));
  await rename(site, `${site}.previous`);
  await making('two')(`${site}.next`);
  await expect(publish(site, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await shown()).toBe('one');
});
