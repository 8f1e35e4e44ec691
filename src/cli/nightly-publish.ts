import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { replaceSite, restoreSite } from './publish.ts';

/**
 * Puts a built and checked site in the place of the current one. An interrupted run can be repeated. With
 * `--restore`, only restores the site that an interrupted run had moved aside.
 */

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      built: { type: 'string', default: join(PROJECT_ROOT, '.cache/nightly/site') },
      site: { type: 'string', default: join(PROJECT_ROOT, 'dist') },
      restore: { type: 'boolean', default: false },
    },
  });
  const site = resolve(values.site);
  if (values.restore) {
    await restoreSite(site);
    return;
  }
  if (!existsSync(values.built)) {
    throw new UsageError(
      `There is no built site in ${values.built}. Run the steps "build" and "check" first.`,
    );
  }
  await replaceSite(site, resolve(values.built));
});
