import { runCommand } from '../command.ts';
import { PROJECT_ROOT } from '../project-paths.ts';

/**
 * Renders the pages: `node pages.ts SITE CACHE`. Runs in its own process (`renderPages`) and ends with the
 * process that started it, because it would block the next build.
 */
process.once('disconnect', () => process.exit(1));
process.channel?.unref();

await runCommand(async () => {
  const [outDir = '', cacheDir = ''] = process.argv.slice(2);
  const { build } = await import('astro');
  // Astro would print a line for every page; src/middleware.ts prints one per thousand.
  await build({ root: PROJECT_ROOT, outDir, cacheDir, logLevel: 'warn' });
});
