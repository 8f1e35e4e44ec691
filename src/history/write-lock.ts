import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LedgerError } from './ledger-error.ts';

/** The locks that this process holds: a file that names its number and is none of them was left by another of that number. */
const held = new Set<string>();

/**
 * Runs `action` as the only process that holds the lock, a file with the number of its process; throws `LedgerError` while
 * another holds it. A lock whose process is gone is taken over.
 */
export async function withLock<T>(lock: string, action: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await create(lock))) await removeStale(lock);
  held.add(lock);
  try {
    return await action();
  } finally {
    held.delete(lock);
    await rm(lock, { force: true });
  }
}

async function create(lock: string): Promise<boolean> {
  return unlessCode('EEXIST', async () => {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  });
}

/** Takes away a lock whose process is gone; throws while its process is at work. */
async function removeStale(lock: string): Promise<void> {
  const holder = await holderOf(lock);
  if (holder === null) return;
  if (isAtWork(holder, lock)) throw inUse(lock, holder);
  // Another process may do the same at this moment and hold the lock by now: what is taken away is looked at again.
  const aside = `${lock}.${process.pid}`;
  if (!(await unlessCode('ENOENT', () => rename(lock, aside)))) return;
  if ((await holderOf(aside)) !== holder) {
    await unlessCode('EEXIST', () => copyFile(aside, lock, constants.COPYFILE_EXCL));
  }
  await rm(aside, { force: true });
}

/** What the file says; `null` when it is gone. */
async function holderOf(lock: string): Promise<string | null> {
  let holder: string | null = null;
  await unlessCode('ENOENT', async () => {
    holder = await readFile(lock, 'utf8');
  });
  return holder;
}

function isAtWork(holder: string, lock: string): boolean {
  const pid = Number(holder);
  // A lock is empty for the moment between its making and its writing.
  if (!Number.isInteger(pid) || pid <= 0) return true;
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signalled, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function inUse(lock: string, holder: string): LedgerError {
  return new LedgerError(
    `Another command${holder === '' ? '' : ` (process ${holder})`} is writing to the ledger, and two at once would damage it. Try again when it has ended; if there is none, delete ${lock}.`,
  );
}

/** Whether the action was done, and did not fail with this code. */
async function unlessCode(code: string, action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return false;
    throw error;
  }
}
