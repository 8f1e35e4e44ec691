import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanLine } from '../catalog/text.ts';
import { readConfig } from '../config.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT, projectPaths } from './project-paths.ts';
import { recordCapture, type Recorded } from './record-capture.ts';

const HELP = `Asks the endpoint for its models and records what has changed.

  npm run record -- [--root DIR]

Writes src/data/ledger/YEAR.ndjson, src/data/rankings/YEAR.ndjson and src/data/embedded-capture.json, which are to be
committed, and captures/latest.json, from which a site can be built:
CATALOG_SOURCE=capture CATALOG_CAPTURE=captures/latest.json npm run build.
Writes nothing when the endpoint fails or its answer is refused.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: PROJECT_ROOT },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const paths = projectPaths(resolve(values.root));
  const progress = process.stdout.isTTY ? { progress: console.log } : {};
  report(await recordCapture(readConfig(), paths, { client: progress }));
});

function report({ capture, validation, added }: Recorded): void {
  console.log(`${validation.rows.length} models as of ${capture.capturedAt}, scope ${capture.scope}.`);
  if (typeof added === 'string') {
    console.log(`Nothing was added to the ledger. ${added}`);
  } else {
    const kinds = [...Map.groupBy(added.events, ({ kind }) => kind)];
    const counts = kinds.map(([kind, events]) => `${events.length} ${kind}`).sort();
    console.log(`Added to the ledger: ${counts.join(', ') || 'a day without changes'}.`);
  }
  for (const [category, { problem }] of Object.entries(capture.categories)) {
    if (problem !== null) console.log(`No order for the category ${category}: ${problem}`);
  }
  for (const { id, path, problem } of validation.quarantined) {
    console.log(cleanLine(`Left out ${id}: ${path} ${problem}`));
  }
  for (const { id, path, problem } of validation.dropped) {
    console.log(cleanLine(`Left out a field of ${id}: ${path} ${problem}`));
  }
}
