import { constants } from 'node:fs';
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { codeOf, unlessCode } from './error-code.ts';
import { makeFolder } from './make-folder.ts';
import { namingFile } from './naming-file.ts';

interface LockOptions {
  /** The error for a caller that finds the lock held. `holder` is empty or `" (process 123)"`. */
  readonly refusal: (holder: string) => Error;
  /** Milliseconds to wait for the lock before the error is thrown. */
  readonly waitMs?: number;
}

const RETRY_MS = 20;
/**
 * A lock file is empty for a moment after it is created. After this time, an empty file counts as abandoned.
 */
const EMPTY_FOR_MS = 10_000;

/**
 * The locks that this process holds. Any other lock file with this process's number was left by an earlier
 * process with the same number.
 */
const held = new Set<string>();

/**
 * Runs `action` while holding an exclusive lock: a file with the process's number. Throws the refusal if
 * another process holds the lock. Takes over a lock whose process has ended.
 */
export async function holdLock<T>(
  lock: string,
  { refusal, waitMs = 0 }: LockOptions,
  action: () => Promise<T>,
): Promise<T> {
  await makeFolder(dirname(lock));
  const waitsUntil = performance.now() + waitMs;
  while (!(await create(lock))) {
    const holder = await removeStale(lock);
    if (holder === null) continue;
    if (performance.now() >= waitsUntil) throw refusal(holder === '' ? '' : ` (process ${holder})`);
    await setTimeout(RETRY_MS);
  }
  held.add(lock);
  try {
    return await action();
  } finally {
    held.delete(lock);
    await rm(lock, { force: true });
  }
}

/** Whether a process with this number exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

/** Creates the lock; `false` if it exists. */
async function create(lock: string): Promise<boolean> {
  const file = await unlessCode('EEXIST', () => open(lock, 'wx'));
  if (file === null) return false;
  try {
    await namingFile(lock, () => file.writeFile(String(process.pid)));
  } catch (error) {
    await rm(lock, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/** Removes a lock whose process has ended. Otherwise returns the content of the lock. */
async function removeStale(lock: string): Promise<string | null> {
  const holder = await holderOf(lock);
  if (holder === null) return null;
  if (await isAtWork(holder, lock)) return holder;
  // Another process may have removed the stale lock and created its own by now, so check the renamed file
  // again.
  const aside = `${lock}.${process.pid}`;
  const isTaken = await unlessCode('ENOENT', () => rename(lock, aside).then(() => true));
  if (isTaken === null) return null;
  if ((await holderOf(aside)) !== holder) {
    await unlessCode('EEXIST', () => copyFile(aside, lock, constants.COPYFILE_EXCL));
  }
  await rm(aside, { force: true });
  return null;
}

/** The content of the file; `null` if it does not exist. */
function holderOf(lock: string): Promise<string | null> {
  return unlessCode('ENOENT', () => namingFile(lock, () => readFile(lock, 'utf8')));
}

async function isAtWork(holder: string, lock: string): Promise<boolean> {
  const pid = Number(holder);
  if (!Number.isInteger(pid) || pid <= 0) {
    const made = await unlessCode('ENOENT', () => stat(lock));
    return made !== null && Date.now() - made.mtimeMs < EMPTY_FOR_MS;
  }
  return pid === process.pid ? held.has(lock) : isRunning(pid);
}
