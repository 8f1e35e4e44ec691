import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { holdLock } from '../files/lock.ts';
import { completeReport } from '../integrations/build-report.ts';
import { indexText } from '../integrations/pagefind.ts';
import { drawListed } from '../integrations/pictures.ts';
import { renderPages } from './build/render-pages.ts';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { publish } from './publish.ts';

const LOCK = join(PROJECT_ROOT, '.cache/building.lock');

const HELP = `Builds the site. The one that is there stays as it is until the new one is whole.

  npm run build -- [--out FOLDER] [--cache FOLDER]

  --out FOLDER    where the site goes, a new or empty folder or that of a built site; dist unless given
  --cache FOLDER  where pictures and what Astro remembers are kept; node_modules/.astro unless given`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(PROJECT_ROOT, 'dist') },
      cache: { type: 'string', default: join(PROJECT_ROOT, 'node_modules/.astro') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  await holdLock(LOCK, { refusal }, () =>
    publish(resolve(values.out), async (outDir) => {
      const begunAt = performance.now();
      const cacheDir = resolve(values.cache);
      await renderPages(outDir, cacheDir);
      await indexText(outDir);
      const drawn = await drawListed(outDir, cacheDir);
      await completeReport(outDir, { begunAt, drawn });
    }),
  );
});

/**
 * Only one build can run at a time, even with different output folders: Astro bundles the code that renders
 * the pages into one folder of the project, and another build would delete it.
 */
function refusal(holder: string): UsageError {
  return new UsageError(
    `Another build${holder} is running in this project, so this one did not start. Try again when it has ended; if none is running, delete ${LOCK}.`,
  );
}
