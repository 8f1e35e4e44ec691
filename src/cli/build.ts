import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { publish } from './publish.ts';

const HELP = `Builds the site. The one that is there stays as it is until the new one is whole.

  npm run build -- [--out FOLDER] [--cache FOLDER]

  --out FOLDER    where the site goes; dist unless given
  --cache FOLDER  where Astro keeps what it wants to remember; builds that run at once need one each`;

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
  // The bundler's allocator reads this when it is loaded: what it does not need any more goes back to the system at once.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  const { build } = await import('astro');
  await publish(resolve(values.out), (outDir) =>
    // Astro would print a line for every page; src/middleware.ts prints one per thousand.
    build({ root: PROJECT_ROOT, outDir, cacheDir: resolve(values.cache), logLevel: 'warn' }),
  );
});
