import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unlessCode } from '../files/error-code.ts';
import { holdLock, isRunning } from '../files/lock.ts';
import { UserError } from '../files/user-error.ts';
import { UsageError } from './command.ts';

/** What has just been done; a test stops the process here. */
type AfterStep = (step: 'made' | 'aside' | 'placed' | 'cleared') => void | Promise<void>;

/** A site that could not be put in its place; the message says why, and what to do. */
class PublishError extends UserError {
  override readonly name = 'PublishError';
}

/** Whoever holds the lock renames two folders, and removes what a stopped build has left. */
const PATIENCE_MS = 60_000;
const UNFINISHED = '.next';

/** The folders in which this process makes or removes a site. */
const own = new Set<string>();

/**
 * Has a site made in a folder of its own beside `site`, and puts it in the place of `site` when it is whole; a failure leaves
 * `site` as it was. Removes what builds that were stopped have left beside it.
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
 * Puts a site that is whole, in a folder of the same file system, in the place of `site` by two renames; a failure leaves both
 * as they were. Between the two there is no site for a moment: who is stopped just there gets the old one back from `restoreSite`.
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

/** Gives back the site that whoever was stopped while publishing had moved aside. */
export async function restoreSite(site: string): Promise<void> {
  await alone(site, () => restore(site));
}

/** The site that was there, for the moment in which the new one is not there yet: always a whole one. */
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
      `Another command${holder} is putting a site into ${site}, so this one was not published. Try again when it has ended; if there is none, delete ${lock}.`,
    );
  return holdLock(lock, { refusal, patience: PATIENCE_MS }, action);
}

async function clear(site: string): Promise<void> {
  await restore(site);
  // Moved first, so that what stands in the previous site's place is always whole.
  const old = ownFolder(site);
  await unlessCode('ENOENT', () => rename(previousOf(site), old));
  await remove(old);
  for (const folder of await leftBeside(site)) await remove(folder);
}

async function restore(site: string): Promise<void> {
  const previous = previousOf(site);
  if (existsSync(previous) && !existsSync(site)) await rename(previous, site);
}

/** Folders that nobody makes or removes a site in any more. */
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

/** What is no built site was not made here, and would be lost. */
async function refuseOther(site: string): Promise<void> {
  const names = await unlessCode('ENOENT', () => readdir(site));
  if (names === null || names.length === 0 || names.includes('index.html')) return;
  throw new UsageError(
    `${site} is there and holds no built site, so it is not replaced. Name another folder, or remove this one.`,
  );
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
