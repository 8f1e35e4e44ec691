import { createHash } from 'node:crypto';
import type { PictureNode } from './nodes.ts';

/** The files of the pictures. Used by the pages and by what draws. */

/** The folder of the site that holds the pictures, and the list of them until they are drawn. */
export const PICTURES_FOLDER = 'og';
export const PICTURES_LIST = 'pictures.json';

export const PICTURE_SIZE = { width: 1200, height: 630 } as const;
export const FONT_FAMILY = 'Source Serif';

/** What draws a picture besides its tree: a new version of either gives every picture a new name. */
export const DRAWN_WITH = '@takumi-rs/core 2.16.3';
export const FONT_SHA256 = '382475f38242c52d42a3e5ff8dc69b5d73f10d0d21e4550b5fe232984688779a';

/** Hexadecimal digits of a name: 64 bits, so that no two of a million pictures share one. */
const NAME_LENGTH = 16;

/** `0123456789abcdef.png`: a hash of what the picture shows and of what draws it. */
export function pictureFile(tree: PictureNode): string {
  const drawnFrom = JSON.stringify([DRAWN_WITH, FONT_SHA256, PICTURE_SIZE, tree]);
  return `${createHash('sha256').update(drawnFrom).digest('hex').slice(0, NAME_LENGTH)}.png`;
}
