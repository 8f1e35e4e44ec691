import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publish } from '../../src/cli/publish.ts';
import { runCommand } from '../../src/cli/command.ts';

/**
 * Publishes a site of 60 files that all hold the same word: `node publish-site.ts SITE WORD [STEP]`. With a
 * step it dies after it.
 */

export const PAGES = 60;

if (import.meta.main) {
  const [, , site = '', word = '', stop = ''] = process.argv;
  const dieAt = (step: string): void => {
    if (step === stop) process.kill(process.pid, 'SIGKILL');
  };
  await runCommand(() =>
    publish(
      site,
      async (folder) => {
        await mkdir(folder);
        for (let page = 0; page < PAGES; page += 1) {
          await writeFile(join(folder, page === 0 ? 'index.html' : `${page}.html`), word);
          if (page === PAGES / 2) dieAt('half');
        }
      },
      dieAt,
    ),
  );
}
