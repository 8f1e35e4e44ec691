import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import pLimit from 'p-limit';
import { unlessCode } from '../files/error-code.ts';
import { makeFolder } from '../files/make-folder.ts';
import { FONT_FAMILY, PICTURE_SIZE } from './file.ts';
import type { PictureNode } from './nodes.ts';

const FONT = new URL('font/source-serif-4.woff2', import.meta.url);
const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const PNG_END = Buffer.from('IEND\xae\x42\x60\x82', 'latin1');
/** Pictures, and drafts that a crash left. */
const OURS = /\.png(?:\.next)?$/;
/** The renderer has threads of its own; this keeps them busy and few pictures in memory. */
const AT_ONCE = 4;

/** How many pictures there are, and how many of them were drawn and not found in the cache. */
export interface Drawn {
  readonly pictures: number;
  readonly drawn: number;
}

/**
 * Writes pictures, named by their files, into a folder. Takes those that the cache holds, draws the others,
 * and leaves these pictures in the cache and no others.
 */
export async function drawPictures(
  trees: ReadonlyMap<string, PictureNode>,
  { folder, cache }: { readonly folder: string; readonly cache: string },
): Promise<Drawn> {
  await makeFolder(folder);
  await makeFolder(cache);
  let renderer: Promise<Renderer> | undefined;
  const draw = async (tree: PictureNode): Promise<Buffer> =>
    (await (renderer ??= newRenderer())).render(tree, { ...PICTURE_SIZE, format: 'png' });
  const limit = pLimit(AT_ONCE);
  let drawn = 0;
  await Promise.all(
    [...trees].map(([file, tree]) =>
      limit(async () => {
        const kept = await readKept(join(cache, file));
        if (kept === null) drawn += 1;
        const png = kept ?? (await draw(tree));
        if (kept === null) await keep(join(cache, file), png);
        await writeFile(join(folder, file), png);
      }),
    ),
  );
  await prune(cache, trees);
  return { pictures: trees.size, drawn };
}

async function newRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  await renderer.registerFont({ name: FONT_FAMILY, data: await readFile(FONT) });
  return renderer;
}

/** A whole picture from the cache; `null` where it is missing or was cut off. */
async function readKept(path: string): Promise<Buffer | null> {
  const bytes = await unlessCode('ENOENT', () => readFile(path));
  return bytes?.subarray(0, PNG_START.length).equals(PNG_START) &&
    bytes.subarray(-PNG_END.length).equals(PNG_END)
    ? bytes
    : null;
}

async function keep(path: string, png: Buffer): Promise<void> {
  await writeFile(`${path}.next`, png);
  await rename(`${path}.next`, path);
}

async function prune(cache: string, trees: ReadonlyMap<string, PictureNode>): Promise<void> {
  const unused = (await readdir(cache)).filter((file) => OURS.test(file) && !trees.has(file));
  await Promise.all(unused.map((file) => rm(join(cache, file), { force: true })));
}
