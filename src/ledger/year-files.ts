import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from '../files/error-code.ts';
import { shownPath } from '../files/shown-path.ts';
import { damagedLine, LedgerError, missing, RESTORE } from './error.ts';

/**
 * The format that the ledger and the rankings share: a folder of files `YEAR.ndjson`, each UTF-8 text with a
 * header line.
 */

const YEAR_FILE = /^\d{4}\.ndjson$/;
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;
const MERGE =
  'Take one side of the file whole (git checkout --ours -- FILE), then the captures of the other with "npm run -s ledger -- merge DIR", where DIR is the src/data/ledger of a second checkout (git worktree add).';

/** The names of a folder's year files, oldest first; empty for a missing folder. */
export async function yearFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => YEAR_FILE.test(name)).sort();
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    if (codeOf(cause) !== 'ENOTDIR') throw cause;
    throw new LedgerError(`${shownPath(folder)} is a file. Name a folder of YEAR.ndjson files.`, { cause });
  }
}

/** `2026.ndjson`, by the year of an ISO time. */
export function yearFileOf(time: string): string {
  return `${time.slice(0, 4)}.ndjson`;
}

/** Throws `LedgerError` if a year is missing between two files: the project writes files without gaps. */
export function refuseGap(folder: string, earlier: string | null, later: string): void {
  const [absent] = earlier === null ? [] : yearsBetween(earlier, later);
  if (absent === undefined) return;
  throw missing(
    shownPath(join(folder, absent)),
    `${earlier} and ${later} are there`,
    'A year without captures has a file with only the header line.',
  );
}

/** Text that one capture appends to its year's file. */
interface Addition {
  /** ISO time of the capture. */
  readonly at: string;
  /** Lines, each with its line break. */
  readonly text: string;
}

/** The text of each file with `added` appended, by path. A new file begins with the header. */
export async function appendedYears(
  folder: string,
  added: readonly Addition[],
  header: string,
): Promise<ReadonlyMap<string, string>> {
  const existing = await yearFiles(folder);
  const files = new Map<string, string>();
  for (const [path, text] of textByFile(folder, added)) {
    const isThere = existing.includes(basename(path));
    files.set(path, (isThere ? await readYearText(path) : header) + text);
  }
  return withoutGaps(folder, existing, files, header);
}

/** The text of each file of a folder that holds exactly these captures, by path. */
export function wholeYears(
  folder: string,
  captures: readonly Addition[],
  header: string,
): ReadonlyMap<string, string> {
  const files = [...textByFile(folder, captures)].map(([path, text]) => [path, header + text] as const);
  return withoutGaps(folder, [], new Map(files), header);
}

function textByFile(folder: string, added: readonly Addition[]): ReadonlyMap<string, string> {
  const files = Map.groupBy(added, ({ at }) => join(folder, yearFileOf(at)));
  return new Map([...files].map(([path, own]) => [path, own.map(({ text }) => text).join('')]));
}

/** Adds a header-only file for each year without captures between the first and the last file. */
function withoutGaps(
  folder: string,
  existing: readonly string[],
  files: ReadonlyMap<string, string>,
  header: string,
): ReadonlyMap<string, string> {
  const names = [...new Set([...existing, ...[...files.keys()].map((path) => basename(path))])].sort();
  const absent = names.flatMap((name, index) => yearsBetween(names[index - 1] ?? name, name));
  return new Map([...files, ...absent.map((name) => [join(folder, name), header] as const)]);
}

function yearsBetween(earlier: string, later: string): readonly string[] {
  const [first, last] = [Number.parseInt(earlier, 10) + 1, Number.parseInt(later, 10)];
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => yearFileOf(String(first + index)));
}

/**
 * The text of a year file: one line or more, each with its line break. Throws `LedgerError` if the file is
 * empty, truncated, not UTF-8, not a regular file, or has merge conflict markers.
 */
export async function readYearText(path: string): Promise<string> {
  const file = shownPath(path);
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw damagedLine(file, 1, 'The file is empty.', { fix: RESTORE });
  const text = decoded(bytes) ?? throwNotText(file, bytes);
  const conflict = text.split('\n').findIndex((line) => CONFLICT.test(line));
  if (conflict >= 0) {
    throw damagedLine(file, conflict + 1, 'This is the mark of a merge conflict.', { fix: MERGE });
  }
  if (!text.endsWith('\n')) throw damagedLine(file, text.split('\n').length, 'The last line is cut short.');
  return text;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (codeOf(cause) !== 'EISDIR') throw cause;
    const file = shownPath(path);
    throw new LedgerError(
      `${file} is a folder, but should be a file. Move it away, and restore the file from version control (git checkout -- ${file}).`,
      { cause },
    );
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    // Keep a byte order mark, so that the header check rejects it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function throwNotText(file: string, bytes: Buffer): never {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    const next = end < 0 ? bytes.length : end + 1;
    if (decoded(bytes.subarray(start, next)) === null) break;
    start = next;
  }
  throw damagedLine(file, line, 'This line is not UTF-8 text.');
}
