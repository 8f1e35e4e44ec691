import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { unlessCode } from '../files/error-code.ts';
import { UserError } from '../files/user-error.ts';
import type { Drawn, drawPictures as Draw } from '../pictures/draw.ts';
import { PICTURES_FOLDER, PICTURES_LIST } from '../pictures/file.ts';
import type { PictureNode } from '../pictures/nodes.ts';

/** The renderer cannot be loaded. The message gives the reason and what to do. */
class RendererError extends UserError {
  override readonly name = 'RendererError';
}

const ROUTE = new URL('./pictures/route.ts', import.meta.url);

/** Has the list of the pictures written by a route, because only routes can read collections. */
export function pictures(areOn: boolean): AstroIntegration {
  return {
    name: 'pictures',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (!areOn) return;
        injectRoute({
          pattern: `/${PICTURES_FOLDER}/${PICTURES_LIST}`,
          entrypoint: ROUTE,
          prerender: true,
        });
      },
    },
  };
}

/**
 * Draws the pictures that the list in a built site names, and removes the list. Keeps them in a folder of
 * `cache`, so that the next build draws only new ones. `null` where there is no list.
 */
export async function drawListed(site: string, cache: string): Promise<Drawn | null> {
  const folder = join(site, PICTURES_FOLDER);
  const list = join(folder, PICTURES_LIST);
  const text = await unlessCode('ENOENT', () => readFile(list, 'utf8'));
  if (text === null) return null;
  const { drawPictures } = await loadRenderer();
  const trees = new Map(JSON.parse(text) as readonly (readonly [string, PictureNode])[]);
  const drawn = await drawPictures(trees, { folder, cache: join(cache, PICTURES_FOLDER) });
  await rm(list);
  return drawn;
}

/** Loaded only here: a build without pictures needs no renderer, which not every machine can run. */
async function loadRenderer(): Promise<{ readonly drawPictures: typeof Draw }> {
  try {
    return await import('../pictures/draw.ts');
  } catch (error) {
    throw new RendererError(
      `The pictures cannot be drawn, because @takumi-rs/core cannot be loaded (${error instanceof Error ? error.message : String(error)}). Install the packages again with "npm ci", or set OG_PICTURES=off.`,
    );
  }
}
