import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DAILY_CAPTURES, SHARED_CAPTURES } from './paths.ts';

/**
 * Whether the folder of all real captures is next to the project. Tests that need it are skipped otherwise.
 */
export const hasSharedCaptures = existsSync(SHARED_CAPTURES);

export interface CaptureFile {
  /** The file's own name, for titles: paths differ from machine to machine. */
  readonly name: string;
  readonly path: string;
}

/** The captures in a folder of `SHARED_CAPTURES`, by name; none where it is missing. */
export function sharedCaptures(folder: string): readonly CaptureFile[] {
  return hasSharedCaptures ? capturesIn(join(SHARED_CAPTURES, folder)) : [];
}

/**
 * The same as test cases. If the folder is missing there is one case, so that the test is reported as
 * skipped.
 */
export function sharedCases(...captures: readonly CaptureFile[]): readonly CaptureFile[] {
  return captures.length > 0 ? captures : [{ name: 'real captures are missing', path: '' }];
}

/** The ten daily captures in `tests/fixtures/daily`, by name. */
export function dailyCaptures(): readonly CaptureFile[] {
  return capturesIn(DAILY_CAPTURES);
}

export const dailyCapture = (day: string): string => join(DAILY_CAPTURES, `${day}.json.gz`);

/** The rows of a capture as upstream sent them, plain or compressed. */
export function rawRowsOf(path: string): unknown[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const json = JSON.parse(text) as { readonly data: unknown[] } | unknown[];
  return 'data' in json ? json.data : json;
}

function capturesIn(folder: string): readonly CaptureFile[] {
  return readdirSync(folder)
    .filter((name) => /\.json(?:\.gz)?$/.test(name))
    .sort()
    .map((name) => ({ name, path: join(folder, name) }));
}
