import { join, resolve } from 'node:path';
import { EMBEDDED_CAPTURE, LEDGER_FOLDER, RANKINGS_FOLDER } from '../files/data-paths.ts';

/** The project's own folder. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

export interface ProjectPaths {
  readonly ledger: string;
  /** Models that entered and left the categories' lists. */
  readonly rankings: string;
  /** The committed capture of facts only. */
  readonly embeddedCapture: string;
  /** The last full capture, for the build; not committed. */
  readonly latestCapture: string;
  /** The files of a change that was interrupted. */
  readonly journal: string;
  /** Held by the command that writes any of these files. */
  readonly lock: string;
}

/** The paths that the commands read and write. */
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
