import { readFileSync } from 'node:fs';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import { once } from '../../src/catalog/once.ts';
import { FONT_FAMILY, PICTURE_SIZE } from '../../src/pictures/file.ts';
import type { PictureNode } from '../../src/pictures/nodes.ts';

/** A line of text as laid out, in pixels from the left and the top of the picture. */
export interface TextLine {
  readonly text: string;
  readonly right: number;
  readonly bottom: number;
}

const renderer = once(async () => {
  const made = new Renderer();
  await made.registerFont({
    name: FONT_FAMILY,
    data: readFileSync('src/pictures/font/source-serif-4.woff2'),
  });
  return made;
});

/** The lines of every text of a picture, as the renderer lays them out, by text. */
export async function linesOf(tree: PictureNode): Promise<readonly (readonly TextLine[])[]> {
  return textsIn(await (await renderer()).measure(tree, PICTURE_SIZE));
}

function textsIn({ children, runs, transform }: MeasuredNode): readonly (readonly TextLine[])[] {
  const [, , , , left, top] = transform;
  const own = runs.map(({ text, x, y, width, height }) => ({
    text,
    right: left + x + width,
    bottom: top + y + height,
  }));
  return [...(own.length > 0 ? [own] : []), ...children.flatMap(textsIn)];
}
