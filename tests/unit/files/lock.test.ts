import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock } from '../../../src/files/lock.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modeldex-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

const refusal = (holder: string): Error => new Error(`held${holder}`);
const pause = (ms: number) => new Promise((settle) => setTimeout(settle, ms));

describe('holdLock', () => {
  it('refuses a held lock at once without a wait, and names the process', async () => {
    await writeFile(lock, String(process.ppid));
    const take = holdLock(lock, { refusal }, () => Promise.resolve());
    await expect(take).rejects.toThrow(`held (process ${process.ppid})`);
  });

  it('waits for a held lock for up to its wait time', async () => {
    const order: string[] = [];
    const take = (name: string) =>
      holdLock(lock, { refusal, waitMs: 5_000 }, async () => {
        order.push(`${name} begins`);
        await pause(100);
        order.push(`${name} ends`);
      });
    await Promise.all([take('one'), take('two')]);
    const first = order[0]?.startsWith('one') ? ['one', 'two'] : ['two', 'one'];
    expect(order).toEqual(first.flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a held lock when its wait time ends', async () => {
    await writeFile(lock, String(process.ppid));
    const begun = performance.now();
    await expect(holdLock(lock, { refusal, waitMs: 200 }, () => Promise.resolve())).rejects.toThrow('held');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(200);
  });
});

it('holdLock takes over a lock that has been empty for long, but not a new empty one', async () => {
  await writeFile(lock, '');
  await expect(holdLock(lock, { refusal }, () => Promise.resolve())).rejects.toThrow('held');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  expect(await holdLock(lock, { refusal }, () => Promise.resolve('done'))).toBe('done');
});
