import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceFiles } from '../../../src/ledger/replace-files.ts';
import { LedgerError } from '../../../src/ledger/error.ts';
import { appendedFiles, readLedger, wholeFiles } from '../../../src/ledger/files.ts';
import { printLine } from '../../../src/ledger/line.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

const { blocks } = ledgerOf(
  captured('2025-12-30', { 'm/a': facts(), 'm/b': facts() }),
  captured('2025-12-31', { 'm/a': facts({ context: 1 }), 'm/b': facts() }),
  captured('2026-01-01', { 'm/a': facts({ context: 2 }) }),
);

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A fresh folder that holds the ledger. */
async function written(): Promise<string> {
  const own = join(folder, String(++count), 'ledger');
  await replaceFiles(join(folder, String(count), 'journal.json'), await appendedFiles(own, blocks));
  return own;
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n');
}

async function complaint(own: string): Promise<string> {
  const error: unknown = await readLedger(own).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LedgerError);
  return error instanceof Error ? error.message : '';
}

describe('readLedger and appendedFiles', () => {
  it('write one file a year that reads back the same', async () => {
    const own = await written();
    expect((await linesOf(join(own, '2025.ndjson')))[0]).toBe('{"kind":"ledger","version":1}');
    expect((await linesOf(join(own, '2026.ndjson'))).length).toBe(5);
    expect((await readLedger(own)).blocks).toEqual(blocks);
  });

  it('only append to a file', async () => {
    const own = await written();
    const path = join(own, '2026.ndjson');
    const before = await readFile(path, 'utf8');
    const { blocks: longer } = ledgerOf(
      captured('2025-12-30', { 'm/a': facts(), 'm/b': facts() }),
      captured('2026-01-02', { 'm/a': facts({ context: 3 }) }),
    );
    const files = await appendedFiles(own, longer.slice(1));
    expect([...files.keys()]).toEqual([path]);
    expect(files.get(path)?.startsWith(before)).toBe(true);
  });

  it('read an empty ledger from a folder that does not exist', async () => {
    expect((await readLedger(join(folder, 'nowhere'))).blocks).toEqual([]);
  });
});

describe('readLedger: damaged files', () => {
  const removal = { ...blocks[2]?.events[1], kind: 'removed' as const };

  it.each<[string, number, string, (lines: string[]) => string[]]>([
    ['a line that is not JSON', 3, 'is not JSON', (lines) => lines.with(2, '{"kind":"base')],
    ['an empty line', 3, 'is not JSON', (lines) => lines.toSpliced(2, 0, '')],
    ['a last line that is cut', 6, 'cut short', (lines) => lines.slice(0, -1)],
    ['an unknown kind', 3, 'is not an event', (lines) => lines.with(2, '{"kind":"moved"}')],
    ['a missing field', 4, '"facts"', (lines) => lines.with(3, (lines[3] ?? '').replace(/,"facts".*/, '}'))],
    [
      'a field too many',
      5,
      'is not an event',
      (lines) => lines.with(4, (lines[4] ?? '').replace('{', '{"x":1,')),
    ],
    ['a newer version', 1, 'version 2', (lines) => lines.with(0, '{"kind":"ledger","version":2}')],
    ['no header', 1, 'first line', (lines) => lines.slice(1)],
    ['a second header', 4, 'only the first', (lines) => lines.toSpliced(3, 0, lines[0] ?? '')],
    ['an event before any capture', 2, 'before any capture', (lines) => lines.toSpliced(1, 1)],
    ['a lost event', 2, 'says that 2 events follow', (lines) => lines.toSpliced(3, 1)],
    [
      'a capture that comes twice',
      7,
      'does not come after',
      (lines) => [...lines.slice(0, -1), ...lines.slice(4)],
    ],
    [
      'an old value that was not',
      6,
      'old value',
      (lines) => lines.with(5, (lines[5] ?? '').replace('"old":8192', '"old":7')),
    ],
    [
      'a removal of what is not listed',
      6,
      'is not listed',
      (lines) =>
        lines.with(
          5,
          printLine({ ...removal, id: 'm/c', by: '2025-12-31T00:00:00.000Z', after: null, scope: 'text' }),
        ),
    ],
    [
      'a wrong count of rows',
      5,
      'lists 7 models',
      (lines) => lines.with(4, (lines[4] ?? '').replace('"rows":2', '"rows":7')),
    ],
    [
      'the marks of a merge conflict',
      3,
      'merge conflict',
      (lines) =>
        lines.toSpliced(2, 0, '<<<<<<< HEAD', lines[2] ?? '', '=======').toSpliced(6, 0, '>>>>>>> other'),
    ],
    ['a byte order mark', 1, 'is not JSON', (lines) => lines.with(0, `\uFEFF${lines[0] ?? ''}`)],
    ['nothing in it', 1, 'is empty', () => []],
    [
      'a lost capture in its middle',
      2,
      'follows that of 2025-12-30T00:00:00.000Z, which is not above it',
      (lines) => [lines[0] ?? '', ...lines.slice(4)],
    ],
    [
      'a lost capture at its end',
      4,
      'ends too early: 2026.ndjson follows its capture of 2025-12-31T00:00:00.000Z',
      (lines) => [...lines.slice(0, 4), ''],
    ],
    [
      'a capture of another year',
      2,
      'another file',
      (lines) => lines.map((line) => line.replaceAll('2025-', '2024-')),
    ],
  ])('names the file, the line and the fix for a ledger with %s', async (_, line, problem, damage) => {
    const own = await written();
    const path = join(own, '2025.ndjson');
    await writeFile(path, damage(await linesOf(path)).join('\n'));
    const message = await complaint(own);
    expect(message).toContain(`2025.ndjson, line ${line}: `);
    expect(message).toContain(problem);
    expect(message).toContain('git checkout');
  });

  it('names the missing file and not the next one', async () => {
    const own = await written();
    await rm(join(own, '2025.ndjson'));
    const message = await complaint(own);
    expect(message).toMatch(/2025\.ndjson is missing: 2026\.ndjson follows its capture of 2025-12-31/);
    expect(message).toContain('git checkout');
  });

  it('names the line that is not UTF-8, and refuses to append to the file', async () => {
    const own = await written();
    const path = join(own, '2025.ndjson');
    const bytes = await readFile(path);
    bytes[bytes.lastIndexOf('m/b')] = 0xff;
    await writeFile(path, bytes);
    expect(await complaint(own)).toContain('2025.ndjson, line 4: This line is not UTF-8 text.');
    await expect(appendedFiles(own, blocks.slice(1, 2))).rejects.toThrow('not UTF-8');
  });

  it('reports a folder in the place of a year’s file', async () => {
    const own = await written();
    await rm(join(own, '2026.ndjson'));
    await mkdir(join(own, '2026.ndjson'));
    const message = await complaint(own);
    expect(message).toContain('2026.ndjson is a folder, but should be a file.');
    expect(message).toContain('git checkout');
  });

  it('reports a file in the place of the ledger’s folder', async () => {
    const own = await written();
    expect(await complaint(join(own, '2026.ndjson'))).toContain('Name a folder of YEAR.ndjson files.');
  });

  it('names a missing year in the middle, even when nothing changed in it', async () => {
    const { blocks: over } = ledgerOf(
      captured('2023-12-31', { 'm/a': facts() }),
      captured('2026-01-01', { 'm/a': facts() }),
    );
    const own = join(folder, String(++count), 'ledger');
    await replaceFiles(join(folder, String(count), 'captures/journal.json'), wholeFiles(own, over));
    expect((await readdir(own)).sort()).toEqual(
      ['2023', '2024', '2025', '2026'].map((year) => `${year}.ndjson`),
    );
    expect((await readLedger(own)).blocks).toEqual(over);
    await rm(join(own, '2024.ndjson'));
    expect(await complaint(own)).toContain('2024.ndjson is missing: 2023.ndjson and 2025.ndjson are there.');
  });

  it('names the line of a text after the end of the ledger', async () => {
    const own = await written();
    await appendFile(join(own, '2026.ndjson'), '<<<<<<< theirs\n');
    expect(await complaint(own)).toContain('2026.ndjson, line 5: ');
  });

  it('ignores files that are not its own', async () => {
    const own = await written();
    await mkdir(join(own, 'notes'));
    await writeFile(join(own, '2026.ndjson.next'), 'a draft');
    expect((await readLedger(own)).blocks.length).toBe(3);
  });
});
