import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { unlessCode } from '../files/error-code.ts';
import { makeFolder } from '../files/make-folder.ts';
import { namingFile } from '../files/naming-file.ts';
import { LedgerError } from './error.ts';

/** Called after each step. Tests stop the process there. */
export type AfterStep = (step: 'draft' | 'journal' | 'rename' | 'done') => void | Promise<void>;

const DRAFT = '.next';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const journalFile = z.strictObject({
  files: z.array(
    z.strictObject({
      /** Path relative to the root, which is the folder above the journal's. */
      path: z.string(),
      /** Hash of the file to be replaced; `null` if there is no file. */
      old: hash.nullable(),
      new: hash,
    }),
  ),
});
type JournalEntry = z.infer<typeof journalFile>['files'][number];

/**
 * Replaces several files as one transaction. All new texts are first written to drafts beside their files.
 * The change is committed once the journal names them; `finishReplacing` completes it after a crash. A crash
 * before the journal leaves the old state. The files are in the folder above the journal's. The caller holds
 * the lock.
 */
export async function replaceFiles(
  journal: string,
  files: ReadonlyMap<string, string>,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  const entries: JournalEntry[] = [];
  try {
    for (const [path, text] of files) {
      await writeDurably(`${path}${DRAFT}`, text);
      const named = relative(rootOf(journal), path).split(sep).join('/');
      entries.push({ path: named, old: await hashOf(path), new: hashOfText(text) });
      await afterStep('draft');
    }
    await writeDurably(`${journal}${DRAFT}`, JSON.stringify({ files: entries }));
  } catch (error) {
    // Remove the drafts to free space on a full disk.
    for (const path of files.keys()) await rm(`${path}${DRAFT}`, { force: true }).catch(() => undefined);
    throw error;
  }
  await rename(`${journal}${DRAFT}`, journal);
  await afterStep('journal');
  await finishReplacing(journal, afterStep);
}

/**
 * For read-only callers: throws `LedgerError` while a change is incomplete, because the files may be
 * inconsistent.
 */
export function refuseUnfinished(journal: string): void {
  if (!existsSync(journal)) return;
  throw new LedgerError(
    `A command is writing, or was interrupted (${journal} exists), so the files may be inconsistent. Wait until it ends; if none is running, run "npm run -s ledger -- finish", which completes the write.`,
  );
}

/**
 * Completes the change in a journal; does nothing without a journal. Call it with the lock, before reading
 * any of the files. If the files are not those that the journal was made for, throws `LedgerError` and
 * changes nothing.
 */
export async function finishReplacing(
  journal: string,
  afterStep: AfterStep = () => undefined,
): Promise<void> {
  const text = await unlessCode('ENOENT', () => namingFile(journal, () => readFile(journal, 'utf8')));
  if (text === null) return;
  const pending: string[] = [];
  for (const entry of entriesOf(journal, text)) {
    const path = join(rootOf(journal), entry.path);
    const [now, draft] = [await hashOf(path), await hashOf(`${path}${DRAFT}`)];
    // Without a draft, the file was replaced before the crash.
    if (now === entry.new && draft !== entry.new) continue;
    if (draft !== entry.new) throw stale(journal, `${path}${DRAFT} is missing or has changed`);
    if (now !== entry.old && now !== entry.new) throw stale(journal, `${path} has changed`);
    pending.push(path);
  }
  for (const path of pending) {
    await rename(`${path}${DRAFT}`, path);
    await afterStep('rename');
  }
  await rm(journal, { force: true });
  await afterStep('done');
}

function entriesOf(journal: string, text: string): readonly JournalEntry[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unusable(journal, text === '' ? 'is empty' : 'is not JSON, or is cut short');
  }
  const parsed = journalFile.safeParse(json);
  if (!parsed.success) throw unusable(journal, 'is not a list of files with their hashes');
  const outside = parsed.data.files.find(({ path }) => !isInside(rootOf(journal), path));
  if (outside) throw unusable(journal, `names ${JSON.stringify(outside.path)}, which is not in this project`);
  return parsed.data.files;
}

/** Whether a path relative to the root stays within it. */
function isInside(root: string, path: string): boolean {
  const [first] = relative(root, join(root, path)).split(sep);
  return first !== '' && first !== '..';
}

function rootOf(journal: string): string {
  return dirname(dirname(journal));
}

const START_ANEW =
  'To keep the files as they are now, delete it; the next "npm run record" finds again what is missing.';

function stale(journal: string, problem: string): LedgerError {
  return new LedgerError(
    `${journal} names a change that was under way when a command was stopped, but since then ${problem}, so it is not carried out. ${START_ANEW}`,
  );
}

function unusable(journal: string, problem: string): LedgerError {
  return new LedgerError(
    `${journal} ${problem}. It names the files of a change that was under way when a command was stopped, and cannot be used. ${START_ANEW}`,
  );
}

async function hashOf(path: string): Promise<string | null> {
  const bytes = await unlessCode('ENOENT', () => namingFile(path, () => readFile(path)));
  return bytes && hashOfText(bytes);
}

function hashOfText(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

async function writeDurably(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  try {
    await namingFile(path, async () => {
      await file.writeFile(text);
      await file.sync();
    });
  } finally {
    await file.close();
  }
}
