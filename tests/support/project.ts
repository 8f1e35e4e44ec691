import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { readLedger, wholeFiles } from '../../src/ledger/files.ts';
import { ledgerUntil } from '../../src/ledger/ledger.ts';
import { ROOT } from './paths.ts';

/** What a project needs to record and to be built. */
const SOURCES = [
  'src',
  'public',
  'package.json',
  'astro.config.mjs',
  'tailwind.config.cjs',
  'tsconfig.json',
  '.gitignore',
];

export interface Outcome {
  readonly code: number;
  /** What it wrote to the terminal. */
  readonly said: string;
}

/** A copy of the project in a folder of its own, within this one so that it finds what is installed. */
export async function copyProject(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
  for (const source of SOURCES) await cp(join(ROOT, source), join(root, source), { recursive: true });
}

/**
 * Gives a project the committed ledger up to a time (ISO), or an empty one, and takes the capture that was
 * recorded with the whole of it away.
 */
export async function giveLedger(root: string, until: string | null): Promise<void> {
  const { ledger, rankings, embeddedCapture } = projectPaths(root);
  await rm(embeddedCapture, { force: true });
  await rm(ledger, { recursive: true, force: true });
  await rm(rankings, { recursive: true, force: true });
  if (until === null) return;
  const { blocks } = ledgerUntil(await readLedger(projectPaths(ROOT).ledger), until);
  for (const [path, text] of wholeFiles(ledger, blocks)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** Adds the captures of a folder to a project's ledger. */
export function importHistory(root: string, folder: string): Promise<Outcome> {
  return run(process.execPath, [join(ROOT, 'src/cli/import-history.ts'), '--root', root, folder], ROOT);
}

/** Builds a project's site, in its `dist`, from what it recorded last. */
export function buildRecorded(root: string): Promise<Outcome> {
  return run(process.execPath, ['src/cli/build.ts', '--cache', join(root, '.astro-cache')], root, {
    CATALOG_SOURCE: 'capture',
    CATALOG_CAPTURE: projectPaths(root).latestCapture,
  });
}

export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((settle) => {
    const ours = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env };
    execFile(command, args, { cwd, env: ours, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      settle({ code: error ? Number(error.code ?? 1) : 0, said: stdout + stderr });
    });
  });
}
