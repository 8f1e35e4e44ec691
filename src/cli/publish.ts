import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unlessCode } from '../files/error-code.ts';
import { holdLock, isRunning } from '../files/lock.ts';
import { UserError } from '../files/user-error.ts';
import { UsageError } from './command.ts';

/** The step that was just completed. Tests stop the process here. */
type AfterStep = (step: 'made' | 'aside' | 'placed' | 'cleared') => void | Promise<void>;

/** A site that could not be published. The message gives the reason and the fix. */
class PublishError extends UserError {
  override readonly name = 'PublishError';
}

/** The lock is only held for two renames and for removing the leftovers of interrupted builds. */
const LOCK_WAIT_MS = 60_000;
const UNFINISHED = '.next';

/** The folders in which this process writes or removes a site. */
const own = new Set<string>();

/**
 * Builds a site in a temporary folder beside `site` and replaces `site` once it is complete. A failure leaves
 * `site` unchanged. Removes the leftovers of interrupted builds beside it.
 */
export async function publish(
  site: string,
  make: (folder: string) => Promise<void>,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  await refuseOther(site);
  const next = ownFolder(site);
  try {
    await alone(site, () => clear(site));
    await make(next);
    await afterStep('made');
    await replaceSite(site, next, afterStep);
  } finally {
    await remove(next);
  }
}

/**
 * Replaces `site` with a complete site on the same file system by two renames. A failure leaves both
 * unchanged. For a moment between the renames there is no site; `restoreSite` restores the old one if the
 * process stops there.
 */
export async function replaceSite(
  site: string,
  whole: string,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  const previous = previousOf(site);
  const old = ownFolder(site);
  await refuseOther(site);
  await alone(site, async () => {
    await clear(site);
    const isReplaced = existsSync(site);
    if (isReplaced) await rename(site, previous);
    await afterStep('aside');
    try {
      await rename(whole, site);
    } catch (error) {
      if (isReplaced) await rename(previous, site);
      throw error;
    }
    await afterStep('placed');
    if (isReplaced) await rename(previous, old);
  });
  await afterStep('cleared');
  await remove(old);
}

/** Restores the site that an interrupted publication had moved aside. */
export async function restoreSite(site: string): Promise<void> {
  await alone(site, () => restore(site));
}

/** The path of the previous site while the new one is not in place. It always holds a complete site. */
function previousOf(site: string): string {
  return `${site}.previous`;
}

function ownFolder(site: string): string {
  const folder = `${site}${UNFINISHED}.${process.pid}.${randomUUID()}`;
  own.add(folder);
  return folder;
}

function alone(site: string, action: () => Promise<void>): Promise<void> {
  const lock = `${site}.lock`;
  const refusal = (holder: string): PublishError =>
    new PublishError(
      `Another command${holder} is publishing a site to ${site}, so this one was not published. Try again when it has ended; if none is running, delete ${lock}.`,
    );
  return holdLock(lock, { refusal, waitMs: LOCK_WAIT_MS }, action);
}

async function clear(site: string): Promise<void> {
  await restore(site);
  // Rename first, so that the previous site's path always holds a complete site.
  const old = ownFolder(site);
  await unlessCode('ENOENT', () => rename(previousOf(site), old));
  await remove(old);
  for (const folder of await leftBeside(site)) await remove(folder);
}

async function restore(site: string): Promise<void> {
  const previous = previousOf(site);
  if (existsSync(previous) && !existsSync(site)) await rename(previous, site);
}

/** Temporary folders that no running process uses. */
async function leftBeside(site: string): Promise<readonly string[]> {
  const prefix = `${basename(site)}${UNFINISHED}`;
  const names = await readdir(dirname(site));
  return names
    .filter((name) => name === prefix || (name.startsWith(`${prefix}.`) && isLeft(name, prefix, site)))
    .map((name) => join(dirname(site), name));
}

function isLeft(name: string, prefix: string, site: string): boolean {
  const pid = Number(name.slice(prefix.length + 1).split('.')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return pid === process.pid ? !own.has(join(dirname(site), name)) : !isRunning(pid);
}

/** Refuses to replace a folder that is not a built site, because its files would be lost. */
async function refuseOther(site: string): Promise<void> {
  const names = await unlessCode('ENOENT', () => readdir(site));
  if (names === null || names.length === 0 || names.includes('index.html')) return;
  throw new UsageError(
    `${site} exists and is not a built site, so it is not replaced. Name another folder, or remove this one.`,
  );
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
