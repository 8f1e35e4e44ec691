import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PictureContent } from '../../../src/pictures/content.ts';
import { drawPictures } from '../../../src/pictures/draw.ts';
import { pictureFile } from '../../../src/pictures/file.ts';
import { pictureNode } from '../../../src/pictures/template.ts';

const CONTENT: PictureContent = {
  kicker: 'Maker',
  title: 'Model',
  subtitle: 'maker/model',
  tag: null,
  facts: [{ label: 'Input', value: '$1.00', unit: 'per million tokens' }],
  remarks: [],
  list: [],
  chart: null,
};
const treesOf = (...titles: readonly string[]) =>
  new Map(
    titles.map((title) => {
      const tree = pictureNode({ ...CONTENT, title });
      return [pictureFile(tree), tree] as const;
    }),
  );

let folder: string;
let cache: string;
beforeEach(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'pictures-'));
  [folder, cache] = [join(scratch, 'site/og'), join(scratch, 'cache/og')];
});
afterEach(() => rm(join(folder, '../..'), { recursive: true }));

const draw = (...titles: readonly string[]) => drawPictures(treesOf(...titles), { folder, cache });

describe('drawPictures', () => {
  it('writes PNG files of 1200 × 630 pixels', async () => {
    expect(await draw('One', 'Two')).toEqual({ pictures: 2, drawn: 2 });
    const files = await readdir(folder);
    expect(files.sort()).toEqual([...treesOf('One', 'Two').keys()].sort());
    for (const file of files) {
      const png = await readFile(join(folder, file));
      expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  it('draws none a second time, and only what changed a third time', async () => {
    await draw('One', 'Two');
    expect(await draw('One', 'Two')).toEqual({ pictures: 2, drawn: 0 });
    expect(await draw('One', 'Three')).toEqual({ pictures: 2, drawn: 1 });
  });

  it('gives the same bytes whether it draws or keeps', async () => {
    const [file = ''] = treesOf('One').keys();
    await draw('One');
    const drawn = await readFile(join(folder, file));
    await rm(folder, { recursive: true });
    await draw('One');
    expect(await readFile(join(folder, file))).toEqual(drawn);
    await rm(cache, { recursive: true });
    await draw('One');
    expect(await readFile(join(folder, file))).toEqual(drawn);
  });

  it('removes pictures that are no longer used from the cache, and nothing else', async () => {
    await draw('One', 'Two');
    await writeFile(join(cache, 'notes.txt'), '');
    await writeFile(join(cache, 'left.png.next'), '');
    await draw('Two');
    expect((await readdir(cache)).sort()).toEqual([...treesOf('Two').keys(), 'notes.txt'].sort());
  });

  it('draws a kept picture again that was cut off', async () => {
    const [file = ''] = treesOf('One').keys();
    await draw('One');
    const whole = await readFile(join(cache, file));
    await writeFile(join(cache, file), whole.subarray(0, 1000));
    expect(await draw('One')).toEqual({ pictures: 1, drawn: 1 });
    expect(await readFile(join(folder, file))).toEqual(whole);
  });
});
