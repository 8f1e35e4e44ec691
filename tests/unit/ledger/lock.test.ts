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

it('is held while the action runs, and given back also when it fails', async () => {
  await withLock(lock, async () => {
    expect(await readFile(lock, 'utf8')).toBe(String(process.pid));
  });
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(join(folder, 'captures'))).toEqual([]);
});

it('is refused to a second with what, why and what to do', async () => {
  const second = withLock(lock, () => withLock(lock, () => Promise.resolve()));
  await expect(second).rejects.toThrow(LedgerError);
  await writeFile(lock, String(process.ppid));
  const third = withLock(lock, () => Promise.resolve());
  await expect(third).rejects.toThrow(`(process ${process.ppid}) is writing to the ledger`);
  await expect(withLock(lock, () => Promise.resolve())).rejects.toThrow(`delete ${lock}`);
});

it('is refused while another is just taking it', async () => {
  await withLock(lock, () => Promise.resolve());
  await writeFile(lock, '');
  await expect(withLock(lock, () => Promise.resolve())).rejects.toThrow('Another command is writing');
});

it.each([
  ['has ended', endedProcess],
  ['had the number that this one has', () => Promise.resolve(process.pid)],
])('is taken over from a process that %s, by one only', async (_, holder) => {
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

it('a journal that another has carried out meanwhile is no failure', async () => {
  const file = join(folder, 'file');
  await replaceFiles(journal, new Map([[file, 'new']]), async (step) => {
    if (step === 'rename') await rm(journal, { force: true });
  });
  await finishReplacing(journal);
  expect(await readFile(file, 'utf8')).toBe('new');
});
