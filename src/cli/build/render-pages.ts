import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ReportedError } from '../command.ts';

const PAGES = fileURLToPath(new URL('pages.ts', import.meta.url));

/**
 * Renders the pages into `outDir` in a process of its own, so that all of its memory is free again for the
 * text index. Throws `ReportedError` if it fails.
 */
export async function renderPages(outDir: string, cacheDir: string): Promise<void> {
  const child = fork(PAGES, [outDir, cacheDir], {
    // The bundler's allocator reads this when it is loaded; 0 returns unused memory to the system at once.
    env: { MIMALLOC_PURGE_DELAY: '0', ...process.env },
  });
  const end = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(signal ?? code);
    });
  });
  if (typeof end === 'string') throw new Error(`The process that renders the pages was ended by ${end}.`);
  if (end !== 0) throw new ReportedError();
}
