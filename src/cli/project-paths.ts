import { join, resolve } from 'node:path';
import { EMBEDDED_CAPTURE, LEDGER_FOLDER, RANKINGS_FOLDER } from '../files/data-paths.ts';

/** The project's own folder. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

export interface ProjectPaths {
  readonly ledger: string;
  /** Who entered and left the lists of the categories. */
  readonly rankings: string;
  /** The facts-only capture that is committed. */
  readonly embeddedCapture: string;
  /** The last full capture, for the build; not committed. */
  readonly latestCapture: string;
  /** Names the files of a change that was under way when the program was stopped. */
  readonly journal: string;
  /** Held by the one command that writes any of these. */
  readonly lock: string;
}

/** Where the commands read and write. */
export function projectPaths(root: string): ProjectPaths {
  return {
    ledger: join(root, LEDGER_FOLDER),
    rankings: join(root, RANKINGS_FOLDER),
    embeddedCapture: join(root, EMBEDDED_CAPTURE),
    latestCapture: join(root, 'captures/latest.json'),
    journal: join(root, 'captures/unfinished.json'),
    lock: join(root, 'captures/writing.lock'),
  };
}
