import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishReplacing, refuseUnfinished, replaceFiles } from '../../../src/ledger/replace-files.ts';
import { LedgerError } from '../../../src/ledger/error.ts';

let root: string;
let journal: string;
let ledger: string;
let capture: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'journal-'));
  journal = join(root, 'captures/unfinished.json');
  ledger = join(root, 'ledger.ndjson');
  capture = join(root, 'capture.json');
  await writeFile(ledger, 'old ledger');
});
afterEach(() => rm(root, { recursive: true }));

const read = (path: string) => readFile(path, 'utf8').catch(() => null);

/** Stops after so many files were renamed, as a crash would. */
async function stopAfter(renames: number): Promise<void> {
  let left = renames;
  const files = new Map([
    [ledger, 'new ledger'],
    [capture, 'new capture'],
  ]);
  const stopped = replaceFiles(journal, files, (step) => {
    if (step === 'journal' && left === 0) throw new Error('stopped');
    if (step === 'rename' && (left -= 1) === 0) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
}

async function refusal(): Promise<string> {
  const error: unknown = await finishReplacing(journal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LedgerError);
  return (error as LedgerError).message;
}

describe('finishReplacing', () => {
  it.each([0, 1, 2])('completes a change that stopped after %d of its files', async (renames) => {
    await stopAfter(renames);
    await finishReplacing(journal);
    expect([await read(ledger), await read(capture)]).toEqual(['new ledger', 'new capture']);
    expect((await readdir(root, { recursive: true })).sort()).toEqual([
      'capture.json',
      'captures',
      'ledger.ndjson',
    ]);
  });

  it.each([
    ['replaced', 0, 'a newer ledger'],
    ['replaced after it was put in place', 1, 'a newer ledger'],
    ['removed', 0, null],
  ])(
    'refuses to continue and renames nothing when a file was %s since the stop',
    async (_, renames, text) => {
      await stopAfter(renames);
      if (text === null) await rm(ledger);
      else await writeFile(ledger, text);
      const message = await refusal();
      expect(message).toContain(journal);
      expect(message).toMatch(/ledger\.ndjson(?:\.next)? (?:has changed|is missing or has changed)/);
      expect(message).toContain('delete it');
      expect([await read(ledger), await read(capture)]).toEqual([text, null]);
    },
  );

  it.each([
    ['missing', null],
    ['damaged', 'half of'],
  ])('refuses to continue when a new text is %s', async (_, text) => {
    await stopAfter(0);
    if (text === null) await rm(`${capture}.next`);
    else await writeFile(`${capture}.next`, text);
    expect(await refusal()).toContain('capture.json.next is missing or has changed');
    expect([await read(ledger), await read(capture)]).toEqual(['old ledger', null]);
  });

  it('leaves an unfinished change alone for a reader, and names the command that finishes it', async () => {
    await stopAfter(1);
    expect(() => {
      refuseUnfinished(journal);
    }).toThrow('npm run -s ledger -- finish');
    expect(await read(capture)).toBeNull();
    await finishReplacing(journal);
    refuseUnfinished(journal);
  });
});

describe('finishReplacing: a journal that cannot be used', () => {
  const hash = 'a'.repeat(64);
  const naming = (path: string): string => JSON.stringify({ files: [{ path, old: null, new: hash }] });

  it.each([
    ['is empty', '', 'is empty'],
    ['is cut short', '{"files":[', 'is not JSON'],
    ['holds something else', '{"files":["ledger.ndjson"]}', 'is not a list of files with their hashes'],
    ['holds an invalid hash', naming('x').replace(hash, 'abc'), 'is not a list of files'],
    ['leads out of the project', naming('src/../../elsewhere'), 'is not in this project'],
    ['names the project itself', naming('src/..'), 'is not in this project'],
  ])('refuses a journal that %s', async (_, text, words) => {
    await mkdir(join(root, 'captures'));
    await writeFile(journal, text);
    const message = await refusal();
    expect(message).toContain(`${journal} ${text.startsWith('{"files":[{') ? '' : words}`);
    expect(message).toContain(words);
    expect(message).toContain('delete it');
  });

  it('refuses an absolute path outside the project', async () => {
    const outside = `${root}-outside`;
    await writeFile(`${outside}.next`, 'x');
    await mkdir(join(root, 'captures'));
    await writeFile(journal, naming(outside));
    await refusal();
    expect(await read(outside)).toBeNull();
    await rm(`${outside}.next`);
  });
});

it('replaceFiles leaves no drafts and names the file when a text cannot be written', async () => {
  await mkdir(`${capture}.next`);
  const files = new Map([
    [ledger, 'new'],
    [capture, 'new'],
  ]);
  await expect(replaceFiles(journal, files)).rejects.toMatchObject({
    code: 'EISDIR',
    path: `${capture}.next`,
  });
  expect((await readdir(root)).sort()).toEqual(['capture.json.next', 'ledger.ndjson']);
});
