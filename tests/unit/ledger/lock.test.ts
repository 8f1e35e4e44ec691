import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishReplacing, replaceFiles } from '../../../src/ledger/replace-files.ts';
import { LedgerError } from '../../../src/ledger/error.ts';
import { withLock } from '../../../src/ledger/lock.ts';

let folder: string;
let lock: string;
let journal: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  lock = join(folder, 'captures/writing.lock');
  journal = join(folder, 'journal.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** The number of a process that has ended. */
function endedProcess(): Promise<number> {
  return new Promise((settle) => {
    const child = execFile(process.execPath, ['--version'], () => {
      settle(child.pid ?? 0);
    });
  });
}

it('holds the lock while the action runs, and releases it when the action fails', async () => {
  await withLock(lock, async () => {
    expect(await readFile(lock, 'utf8')).toBe(String(process.pid));
  });
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(join(folder, 'captures'))).toEqual([]);
});

it('refuses a second holder with the reason and what to do', async () => {
  const second = withLock(lock, () => withLock(lock, () => Promise.resolve()));
  await expect(second).rejects.toThrow(LedgerError);
  await writeFile(lock, String(process.ppid));
  const third = withLock(lock, () => Promise.resolve());
  await expect(third).rejects.toThrow(`(process ${process.ppid}) is writing to the ledger`);
  await expect(withLock(lock, () => Promise.resolve())).rejects.toThrow(`delete ${lock}`);
});

it('refuses a lock that another process is just taking', async () => {
  await withLock(lock, () => Promise.resolve());
  await writeFile(lock, '');
  await expect(withLock(lock, () => Promise.resolve())).rejects.toThrow('Another command is writing');
});

it.each([
  ['has ended', endedProcess],
  ['had the number that this one has', () => Promise.resolve(process.pid)],
])('lets exactly one process take over a lock from a process that %s', async (_, holder) => {
  await withLock(lock, () => Promise.resolve());
  await writeFile(lock, String(await holder()));
  let running = 0;
  const take = () =>
    withLock(lock, async () => {
      running += 1;
      await new Promise((settle) => setTimeout(settle, 100));
    });
  const outcomes = await Promise.allSettled([take(), take()]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(running).toBe(1);
  expect(await readdir(join(folder, 'captures'))).toEqual([]);
});

it('tolerates a journal that another process finished meanwhile', async () => {
  const file = join(folder, 'file');
  await replaceFiles(journal, new Map([[file, 'new']]), async (step) => {
    if (step === 'rename') await rm(journal, { force: true });
  });
  await finishReplacing(journal);
  expect(await readFile(file, 'utf8')).toBe('new');
});
