import { pathOf } from '../catalog/address.ts';
import type { Model } from '../catalog/model.ts';
import { markup } from '../site/html.ts';
import { badgePath, cardPath, modelPath, shieldsPath } from '../site/urls.ts';

interface Snippet {
  readonly title: string;
  readonly code: string;
}

/**
 * Code to copy for a README or another site. `addressOf` gives the absolute address of a path. A model is
 * named by its path, which no format has to escape.
 */
export function badgeCode(
  { id }: Pick<Model, 'id'>,
  addressOf: (path: string) => string,
): readonly Snippet[] {
  const [page, badge, shields] = [modelPath(id), badgePath(id), shieldsPath(id)].map(addressOf);
  const alt = `Price of ${pathOf(id)}`;
  const byShields = `https://img.shields.io/endpoint?url=${encodeURIComponent(shields ?? '')}`;
  return [
    { title: 'Markdown', code: `[![${alt}](${badge ?? ''})](${page ?? ''})` },
    { title: 'HTML', code: markup`<a href="${page}"><img src="${badge}" alt="${alt}" height="20"></a>`.text },
    {
      title: 'Markdown, drawn by shields.io in another style',
      code: `![${alt}](${byShields}&style=for-the-badge)`,
    },
  ];
}

export function cardCode({ id }: Pick<Model, 'id'>, addressOf: (path: string) => string): string {
  return frame(addressOf(cardPath(id)), `Price and limits of ${pathOf(id)}`, CARD_HEIGHT);
}

export function tableCode(addressOf: (path: string) => string): string {
  return frame(addressOf('/embed/table/'), 'Text models on OpenRouter', TABLE_HEIGHT);
}

/** Pixels: what a frame on a phone needs to show all of it. */
export const CARD_HEIGHT = 310;
export const TABLE_HEIGHT = 820;

function frame(src: string, title: string, height: number): string {
  return markup`<iframe src="${src}" title="${title}" width="100%" height="${height}" loading="lazy" style="max-width: 32rem; border: 1px solid #8886; border-radius: 6px"></iframe>`
    .text;
}
