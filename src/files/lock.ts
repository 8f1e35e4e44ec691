import { constants } from 'node:fs';
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { codeOf, unlessCode } from './error-code.ts';
import { makeFolder } from './make-folder.ts';
import { namingFile } from './naming-file.ts';

export interface LockOptions {
  /** What the one that comes too late is told. `holder` is empty or `" (process 123)"`. */
  readonly refusal: (holder: string) => Error;
  /** Milliseconds to wait for the lock before it is refused. */
  readonly patience?: number;
}

const RETRY_MS = 20;
/** A lock is empty for the moment between its making and its writing; one that stays empty was left so. */
const EMPTY_FOR_MS = 10_000;

/** The locks that this process holds: a file that names its number and is none of them was left by another of that number. */
const held = new Set<string>();

/**
 * Runs `action` as the only process that holds the lock, a file with the number of its process; throws the refusal while
 * another holds it. A lock whose process has ended is taken over.
 */
export async function holdLock<T>(
  lock: string,
  { refusal, patience = 0 }: LockOptions,
  action: () => Promise<T>,
): Promise<T> {
  await makeFolder(dirname(lock));
  const waitsUntil = performance.now() + patience;
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

/** Whether a process of this number is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signaled, but is there.
    return codeOf(error) === 'EPERM';
  }
}

/** Whether the lock was made; `false` where it is there already. */
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

/** Takes away a lock whose process has ended; otherwise says what the lock names. */
async function removeStale(lock: string): Promise<string | null> {
  const holder = await holderOf(lock);
  if (holder === null) return null;
  if (await isAtWork(holder, lock)) return holder;
  // Another process may do the same at this moment and hold the lock by now: what is taken away is looked at again.
  const aside = `${lock}.${process.pid}`;
  const isTaken = await unlessCode('ENOENT', () => rename(lock, aside).then(() => true));
  if (isTaken === null) return null;
  if ((await holderOf(aside)) !== holder) {
    await unlessCode('EEXIST', () => copyFile(aside, lock, constants.COPYFILE_EXCL));
  }
  await rm(aside, { force: true });
  return null;
}

/** What the file says; `null` when it is not there. */
function holderOf(lock: string): Promise<string | null> {
  return unlessCode('ENOENT', () => readFile(lock, 'utf8'));
}

async function isAtWork(holder: string, lock: string): Promise<boolean> {
  const pid = Number(holder);
  if (!Number.isInteger(pid) || pid <= 0) {
    const made = await unlessCode('ENOENT', () => stat(lock));
    return made !== null && Date.now() - made.mtimeMs < EMPTY_FOR_MS;
  }
  return pid === process.pid ? held.has(lock) : isRunning(pid);
}
