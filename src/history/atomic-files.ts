import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { withLock } from './write-lock.ts';

/** What has just been done; a test stops the process here. */
export type AfterStep = (step: 'draft' | 'journal' | 'rename' | 'done') => void | Promise<void>;

const DRAFT = '.next';
const journalFile = z.object({ files: z.array(z.string()) });

/**
 * Replaces several files as one. All new texts are written beside their files first; once the journal names them the change
 * holds, and `finishReplacing` carries out whatever a crash left undone. Before that moment a crash leaves the old state.
 * The caller holds the lock.
 */
export async function replaceFiles(
  journal: string,
  files: ReadonlyMap<string, string>,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  for (const [path, text] of files) {
    await writeDurably(`${path}${DRAFT}`, text);
    await afterStep('draft');
  }
  const paths = [...files.keys()].map((path) => relative(dirname(journal), path));
  await writeDurably(`${journal}${DRAFT}`, JSON.stringify({ files: paths }));
  await rename(`${journal}${DRAFT}`, journal);
  await afterStep('journal');
  await finishReplacing(journal, afterStep);
}

/** For those who only read: what a stopped process left undone is carried out, unless its process is still at it. */
export async function finishStopped(journal: string, lock: string): Promise<void> {
  if (existsSync(journal)) await withLock(lock, () => finishReplacing(journal));
}

/** Carries out what a journal says; does nothing without one. Call it, with the lock, before reading any of the files. */
export async function finishReplacing(
  journal: string,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  const text = await unlessMissing(readFile(journal, 'utf8'));
  if (text === null) return;
  for (const file of journalFile.parse(JSON.parse(text)).files) {
    const path = join(dirname(journal), file);
    // A draft that is gone was put in place before the crash.
    await unlessMissing(rename(`${path}${DRAFT}`, path));
    await afterStep('rename');
  }
  await rm(journal, { force: true });
  await afterStep('done');
}

async function writeDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function unlessMissing<T>(action: Promise<T>): Promise<T | null> {
  try {
    return await action;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
