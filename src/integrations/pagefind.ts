import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind reports errors in its answers instead of throwing. */
export class PagefindError extends Error {
  override readonly name = 'PagefindError';
}

// Pagefind would read all other pages too, only to leave them out.
const WITH_BODY = 'models/**/*.html';

/** Indexes the text of the built model pages (those with `data-pagefind-body`) into `pagefind/`. */
export async function indexText(site: string): Promise<void> {
  try {
    const { index } = checked('start', await createIndex({ forceLanguage: 'en' }));
    if (!index) throw new PagefindError('Pagefind started without an index. Install it again with "npm ci".');
    checked('read the pages', await index.addDirectory({ path: site, glob: WITH_BODY }));
    await writeFiles(join(site, 'pagefind'), checked('give its files', await index.getFiles()).files);
  } finally {
    await close();
  }
}

/** Interfaces included with Pagefind; the site has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the files here because Pagefind reports completion before its files are written, and closing it
 * would truncate them.
 */
async function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): Promise<void> {
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/** Returns an answer from Pagefind without errors; throws `PagefindError` with the errors that it reports. */
export function checked<Answer extends { readonly errors: readonly string[] }>(
  step: string,
  answer: Answer,
): Answer {
  if (answer.errors.length > 0) {
    throw new PagefindError(`Pagefind could not ${step}: ${answer.errors.join('; ')}`);
  }
  return answer;
}
