import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPaths } from '../../../src/cli/project-paths.ts';
import { replaceFiles } from '../../../src/ledger/replace-files.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { FROZEN_CAPTURE, ROOT } from '../../support/paths.ts';
import { rawRow } from '../../support/raw-row.ts';
import { writeCapture } from '../../support/write-capture.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(command: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((settle) => {
    const file = join(ROOT, `src/cli/${command}.ts`);
    execFile(process.execPath, [file, ...args], (error, out, complaint) => {
      settle({ code: error ? Number(error.code) : 0, out, complaint });
    });
  });
}

/** A folder of captures, by file name. */
async function captures(files: Readonly<Record<string, unknown>>): Promise<string> {
  const own = join(folder, String(++count));
  await mkdir(own);
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(own, name), name.endsWith('.gz') ? gzipSync(text) : text);
  }
  return own;
}

const row = (id: string, input: string): object =>
  rawRow(id, {
    created: 1_700_000_000 + id.length,
    canonical_slug: id,
    pricing: { prompt: input, completion: '0.000002' },
  });
const A = 'maker/a';
const BB = 'maker/bb';
const ledgerText = (root: string): Promise<string> =>
  readFile(join(root, 'src/data/ledger/2026.ndjson'), 'utf8');

describe('npm run import-history', () => {
  it(
    'adds files of any form in order of time, and says which it skipped and why',
    { timeout: 60_000 },
    async () => {
      const root = join(folder, 'imported');
      const source = await captures({
        '2026-01-03.json.gz': { data: [row(A, '0.000003'), { id: BB }] },
        'ours.json': { captured_at: '2026-01-02T12:00:00Z', data: [row(A, '0.000002'), row(BB, '1')] },
        '2026-01-01.json': [row(A, '0.000001')],
        '2026-01-04.json': '{"data": [',
        '2026-01-05.json': { error: { message: 'Too many requests' } },
        'notes.txt': 'not a capture',
      });
      const first = await run('import-history', '--root', root, source);
      expect(first).toMatchObject({ code: 0, complaint: '' });
      expect(first.out).toContain('3 captures found, 3 added with 4 events.');
      expect(first.out).toMatch(/2026-01-04\.json: .*not JSON/);
      expect(first.out).toMatch(/2026-01-05\.json: .*Too many requests/);
      expect(first.out).toMatch(/2026-01-03\.json\.gz: Its row "maker\/bb" is not valid/);

      const text = await ledgerText(root);
      const again = await run('import-history', '--root', root, source);
      expect(again.out).toContain('3 captures found, 0 added');
      expect(again.out).toContain('The ledger holds it already.');
      expect(await ledgerText(root)).toBe(text);

      const late = await captures({
        '2026-01-02.json': [row(A, '5')],
        '2026-01-06.json': [row(A, '0.000006')],
      });
      const more = await run('import-history', '--root', root, late);
      expect(more.out).toContain('2 captures found, 1 added');
      expect(more.out).toContain("before the ledger's last capture");
      expect((await ledgerText(root)).startsWith(text)).toBe(true);
    },
  );

  it('takes the scope of a file from its rows unless --scope names it', async () => {
    const picture = rawRow('maker/picture', { architecture: { output_modalities: ['image'] } });
    const source = await captures({
      '2026-01-01T0300Z.json': [row(A, '0.000001')],
      '2026-01-01T2100Z.json': [row(A, '0.000001'), picture],
      '2026-01-02.json': [row(A, '0.000001')],
    });
    const scopesIn = async (root: string): Promise<readonly string[]> =>
      [...(await ledgerText(root)).matchAll(/"kind":"capture","at":"(.*?)","scope":"(.*?)"/g)].map(
        ([, at, scope]) => `${at} ${scope}`,
      );
    const [inferred, given] = [join(folder, 'inferred'), join(folder, 'given')];
    await run('import-history', '--root', inferred, source);
    expect(await scopesIn(inferred)).toEqual([
      '2026-01-01T03:00:00.000Z text',
      '2026-01-01T21:00:00.000Z all',
      '2026-01-02T00:00:00.000Z text',
    ]);
    await run('import-history', '--root', given, '--scope', 'all', source);
    expect(await scopesIn(given)).toEqual([
      '2026-01-01T03:00:00.000Z all',
      '2026-01-01T21:00:00.000Z all',
      '2026-01-02T00:00:00.000Z all',
    ]);
    expect(await ledgerText(given)).toContain('"kind":"removed"');
    expect(await ledgerText(inferred)).not.toContain('"kind":"removed"');
  });

  it.each([
    ['no folder', [], 'Name a folder of captures'],
    ['a scope that it does not know', ['--scope', 'image', '.'], 'only be text or all'],
    ['a folder that is not there', ['/nowhere/at/all'], 'cannot be read'],
    ['an option that it does not know', ['--force', '.'], '--force'],
  ])('refuses %s', async (_, args, words) => {
    const { code, complaint } = await run('import-history', '--root', folder, ...args);
    expect(code).toBe(1);
    expect(complaint).toContain(words);
  });
});

describe('npm run ledger', () => {
  let root: string;
  beforeAll(async () => {
    root = join(folder, 'asked');
    const source = await captures({
      '2026-01-01.json': [row(A, '0.000001')],
      '2026-01-03.json': [row(BB, '0.0000030'), row(A, '0.000001')],
    });
    await run('import-history', '--root', root, source);
  }, 60_000);

  const model = (id: string, prompt: string) => ({
    id,
    prompt,
    completion: '0.000002',
    context_length: 8192,
  });

  it('prints the days in the order asked for, with upstream’s price texts', async () => {
    const { out, code } = await run(
      'ledger',
      '--root',
      root,
      'at',
      '2026-01-04',
      '2025-12-31',
      '2026-01-02',
      '2026-01-03',
    );
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      {
        date: '2026-01-04',
        captured: '2026-01-03T00:00:00.000Z',
        models: [model(A, '0.000001'), model(BB, '0.0000030')],
      },
      { date: '2025-12-31', captured: null, models: [] },
      { date: '2026-01-02', captured: '2026-01-01T00:00:00.000Z', models: [model(A, '0.000001')] },
      {
        date: '2026-01-03',
        captured: '2026-01-03T00:00:00.000Z',
        models: [model(A, '0.000001'), model(BB, '0.0000030')],
      },
    ]);
  });

  it.each([
    [['at', '2026-02-30'], 'is not a date'],
    [['at', 'yesterday'], 'is not a date'],
    [['at'], 'Use: '],
    [['drop'], 'Use: '],
  ])('refuses the arguments %j', async (args, words) => {
    const { code, complaint } = await run('ledger', '--root', root, ...args);
    expect(code).toBe(1);
    expect(complaint).toContain(words);
  });

  it(
    'merges a ledger that was recorded separately, and changes nothing when it merges itself',
    { timeout: 60_000 },
    async () => {
      const other = join(folder, 'other');
      const source = await captures({
        '2026-01-02.json': [row(A, '0.000002')],
        '2026-01-03.json': [row(BB, '0.0000030'), row(A, '0.000001')],
      });
      await run('import-history', '--root', other, source);
      const rankings = (day: string, ids: readonly string[]) =>
        [
          { kind: 'rankings', version: 1 },
          { kind: 'ranking', at: day, scope: 'all', categories: { legal: { entered: ids, top: ids } } },
        ]
          .map((line) => `${JSON.stringify(line)}\n`)
          .join('');
      const rankingsFile = 'src/data/rankings/2026.ndjson';
      const merged = join(folder, 'merged');
      await cp(root, merged, { recursive: true });
      for (const [project, text] of [
        [merged, rankings('2026-01-01T00:00:00.000Z', [A])],
        [other, rankings('2026-01-02T00:00:00.000Z', [A, BB])],
      ] as const) {
        await mkdir(join(project, 'src/data/rankings'));
        await writeFile(join(project, rankingsFile), text);
      }
      const { out } = await run('ledger', '--root', merged, 'merge', join(other, 'src/data/ledger'));
      expect(out).toContain('1 captures of');
      expect(out).toContain('1 of its rankings were new; there are now 2.');
      expect(await readFile(join(merged, rankingsFile), 'utf8')).toContain(
        '{"kind":"ranking","at":"2026-01-02T00:00:00.000Z","scope":"all","categories":{"legal":{"entered":["maker/bb"],"top":["maker/a","maker/bb"]}}}',
      );
      const text = await ledgerText(merged);
      await run('ledger', '--root', merged, 'merge', join(root, 'src/data/ledger'));
      expect(await ledgerText(merged)).toBe(text);
      const check = await run('ledger', '--root', merged, 'check');
      expect(check.out).toContain(
        '3 captures from 2026-01-01T00:00:00.000Z to 2026-01-03T00:00:00.000Z, 4 events, 2 models',
      );
    },
  );

  it.each(['nowhere', 'asked/src', 'asked/src/data/ledger/2026.ndjson'])(
    'refuses to merge %s, which is not a ledger',
    async (place) => {
      const before = await ledgerText(root);
      const { code, out, complaint } = await run('ledger', '--root', root, 'merge', join(folder, place));
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(complaint).toMatch(/YEAR\.ndjson/);
      expect(await ledgerText(root)).toBe(before);
    },
  );

  describe('npm run ledger on a ledger that ends before the recorded capture', () => {
    let damaged: string;
    beforeAll(async () => {
      damaged = join(folder, 'damaged');
      await cp(root, damaged, { recursive: true });
      const capture = await readCapture(FROZEN_CAPTURE);
      await writeCapture(projectPaths(damaged).embeddedCapture, {
        ...capture,
        capturedAt: '2026-02-01T00:00:00.000Z',
      });
    });

    it.each([
      ['check', ['ledger', 'check']],
      ['at', ['ledger', 'at', '2026-01-01']],
      ['import-history', ['import-history', '.']],
      ['a merge that does not bring it', ['ledger', 'merge', 'src/data/ledger']],
    ])('stops %s with the file, the line and the fix', async (_, [command = '', ...args]) => {
      const before = await ledgerText(damaged);
      const places = args.map((arg) => (arg === 'src/data/ledger' ? join(root, arg) : arg));
      const { code, complaint } = await run(command, '--root', damaged, ...places);
      expect(code).toBe(1);
      expect(complaint).toMatch(
        /ledger\/2026\.ndjson, line 5: The file ends too early: .*2026-02-01.*git checkout/,
      );
      expect(await ledgerText(damaged)).toBe(before);
    });

    it('lets a merge add what is missing', { timeout: 60_000 }, async () => {
      const copy = join(folder, 'copy');
      const source = await captures({ '2026-02-01.json': [row(A, '0.000009')] });
      await run('import-history', '--root', copy, source);
      const merged = await run('ledger', '--root', damaged, 'merge', join(copy, 'src/data/ledger'));
      expect(merged).toMatchObject({ code: 0, complaint: '' });
      expect(await run('ledger', '--root', damaged, 'check')).toMatchObject({ code: 0 });
    });
  });

  it(
    'refuses to read during an unfinished change, and finishes it on request',
    { timeout: 60_000 },
    async () => {
      const stopped = join(folder, 'stopped');
      await cp(root, stopped, { recursive: true });
      const { journal, ledger } = projectPaths(stopped);
      const file = join(ledger, '2026.ndjson');
      const text = await ledgerText(stopped);
      const longer = `${text}{"kind":"capture","at":"2026-01-05T00:00:00.000Z","scope":"text","rows":2,"events":0}\n`;
      const stop = replaceFiles(journal, new Map([[file, longer]]), (step) => {
        if (step === 'journal') throw new Error('stopped');
      });
      await expect(stop).rejects.toThrow('stopped');
      for (const args of [['check'], ['at', '2026-01-01']]) {
        const { code, complaint } = await run('ledger', '--root', stopped, ...args);
        expect(code).toBe(1);
        expect(complaint).toContain('npm run -s ledger -- finish');
        expect(await ledgerText(stopped)).toBe(text);
      }
      expect(await run('ledger', '--root', stopped, 'finish')).toMatchObject({ code: 0, complaint: '' });
      expect(await ledgerText(stopped)).toBe(longer);
      expect(await run('ledger', '--root', stopped, 'finish')).toMatchObject({ code: 0, complaint: '' });
    },
  );
});
