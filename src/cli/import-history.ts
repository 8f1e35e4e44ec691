import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Scope } from '../catalog/snapshot.ts';
import { cleanLine } from '../catalog/text.ts';
import { append } from '../ledger/append.ts';
import { capturedFacts } from '../ledger/captured-facts.ts';
import { finishReplacing, replaceFiles } from '../ledger/replace-files.ts';
import { LedgerError } from '../ledger/error.ts';
import { appendedFiles } from '../ledger/files.ts';
import type { Block } from '../ledger/record.ts';
import { withLock } from '../ledger/lock.ts';
import { readCapture, type Capture } from '../upstream/capture.ts';
import { CaptureError } from '../upstream/errors.ts';
import { factsOfRows } from '../upstream/facts.ts';
import { partitionRows } from '../upstream/validate.ts';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT, projectPaths, type ProjectPaths } from './project-paths.ts';
import { readRecordedData } from './recorded-data.ts';

/** Adds the captures of one or more folders to the ledger. */

const USAGE = 'npm run import-history -- [--root DIR] [--scope text|all] DIR…';
const SCOPES: readonly Scope[] = ['text', 'all'];
const CAPTURE_FILE = /\.json(?:\.gz)?$/;

/** Maximum number of file names shown for one reason to skip. */
const MAX_NAMED = 5;

type Read = (file: string) => Promise<Capture>;

interface Skipped {
  readonly file: string;
  readonly reason: string;
}

interface Found {
  readonly file: string;
  /** ISO time. */
  readonly capturedAt: string;
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string', default: PROJECT_ROOT }, scope: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError(`Name a folder of captures: ${USAGE}`);
  const scope = SCOPES.find((known) => known === values.scope);
  if (scope === undefined && values.scope !== undefined) {
    throw new UsageError(`The scope can only be text or all: ${USAGE}`);
  }
  const paths = projectPaths(resolve(values.root));
  const read: Read = (file) => readCapture(file, undefined, scope);
  await withLock(paths.lock, () => importCaptures(paths, positionals, read));
});

async function importCaptures(paths: ProjectPaths, folders: readonly string[], read: Read): Promise<void> {
  await finishReplacing(paths.journal);
  const { ledger } = await readRecordedData(paths);
  const skipped: Skipped[] = [];
  const found = await findCaptures(folders, read, skipped);
  const blocks: Block[] = [];
  for (const { file } of found) {
    const capture = await read(file);
    const { rows, quarantined } = partitionRows(capture.rows);
    for (const { id, path, problem } of quarantined) {
      skipped.push({
        file,
        reason: cleanLine(`Its row ${JSON.stringify(id)} is not valid: ${path} ${problem}.`),
      });
    }
    const appended = append(ledger, capturedFacts({ ...capture, facts: factsOfRows(rows), quarantined }));
    if ('block' in appended) blocks.push(appended.block);
    else skipped.push({ file, reason: appended.skipped });
  }
  if (blocks.length > 0) await replaceFiles(paths.journal, await appendedFiles(paths.ledger, blocks));
  report(found.length, blocks, skipped);
}

/** All capture files in the folders, in order of time. */
async function findCaptures(
  folders: readonly string[],
  read: Read,
  skipped: Skipped[],
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const folder of folders) {
    for (const name of await namesIn(folder)) {
      const file = join(folder, name);
      try {
        // Each file is read here for its time and again when it is added, so that only one capture is in
        // memory at a time.
        found.push({ file, capturedAt: (await read(file)).capturedAt });
      } catch (error) {
        if (!(error instanceof CaptureError)) throw error;
        skipped.push({ file, reason: error.message });
      }
    }
  }
  return found.sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => CAPTURE_FILE.test(name)).sort();
  } catch (cause) {
    throw new LedgerError(`The folder ${folder} cannot be read. Name a folder of captures.`, { cause });
  }
}

function report(found: number, blocks: readonly Block[], skipped: readonly Skipped[]): void {
  const events = blocks.reduce((sum, block) => sum + block.events.length, 0);
  console.log(`${found} captures found, ${blocks.length} added with ${events} events.`);
  for (const [reason, entries] of Map.groupBy(skipped, (entry) => entry.reason)) {
    const named = entries.slice(0, MAX_NAMED).map(({ file }) => file);
    const more = entries.length > MAX_NAMED ? ` and ${entries.length - MAX_NAMED} more` : '';
    console.log(`Skipped ${named.join(', ')}${more}: ${reason}`);
  }
}
