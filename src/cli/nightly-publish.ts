import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { publish } from './publish.ts';

/** Puts a site that was built and checked in the place of the one that is handed over; who is stopped on the way can go on. */

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      built: { type: 'string', default: join(PROJECT_ROOT, '.cache/nightly/site') },
      site: { type: 'string', default: join(PROJECT_ROOT, 'dist') },
    },
  });
  await publish(resolve(values.site), async (folder) => {
    if (!existsSync(values.built)) {
      throw new UsageError(
        `There is no built site in ${values.built}. Run the steps "build" and "check" first.`,
      );
    }
    await rename(resolve(values.built), folder);
  });
});
