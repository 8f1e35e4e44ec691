import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { projectPaths } from '../../../src/cli/project-paths.ts';
import { recordCapture, type Recorded } from '../../../src/cli/record-capture.ts';
import { finishReplacing } from '../../../src/ledger/replace-files.ts';
import { readLedger } from '../../../src/ledger/files.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import type { ReplayCapture } from '../../../src/upstream/replay/replay-capture.ts';
import { partitionRows } from '../../../src/upstream/validate.ts';
import { without } from '../../support/ledger.ts';
import { rawRow } from '../../support/raw-row.ts';
import { writeCapture } from '../../support/write-capture.ts';

const COMMAND = resolve(import.meta.dirname, '../../../src/cli/record.ts');
const CHILD = resolve(import.meta.dirname, '../../support/record-and-stop.ts');
const IMPATIENT = { retries: 0, timeoutMs: 5_000 };

const idsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `maker/m${index}`);

function night(
  day: string,
  ids: readonly string[],
  over: Readonly<Record<string, unknown>> = {},
): ReplayCapture {
  return {
    capturedAt: `2026-03-${day}T03:04:05.000Z`,
    rows: ids.map((id, index) => rawRow(id, { created: 1_700_000_000 + index, ...(index === 0 && over) })),
    categories: {},
    popularity: ids,
  };
}

let server: ReplayServer;
let folder: string;
let count = 0;
const first = night('01', idsOf(30));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  server = await startReplay({ capture: first });
});
afterEach(() => {
  server.use(first);
  server.fail([]);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const freshRoot = (): string => join(folder, String(++count));
const environment = (over: Readonly<Record<string, string>> = {}) => ({
  OPENROUTER_API_URL: server.url,
  ...over,
});

function record(root: string, env: Readonly<Record<string, string>> = {}): Promise<Recorded> {
  return recordCapture(readConfig(environment(env)), projectPaths(root), {
    client: IMPATIENT,
    now: () => new Date('2026-03-02T03:04:05.000Z'),
  });
}

/** Every file under a folder with its text. */
async function filesIn(root: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')]),
    ),
  ) as Readonly<Record<string, string>>;
}

describe('recordCapture', () => {
  it('writes the ledger, the facts for the repository and the full capture for the build', async () => {
    const root = freshRoot();
    const paths = projectPaths(root);
    const { added } = await record(root);
    expect(added).toMatchObject({ capture: { at: '2026-03-01T03:04:05.000Z', scope: 'all', rows: 30 } });
    expect(Object.keys(await filesIn(root))).toEqual([
      'captures/latest.json',
      'src/data/embedded-capture.json',
      'src/data/ledger/2026.ndjson',
    ]);
    expect((await readLedger(paths.ledger)).blocks.length).toBe(1);
    const [facts, whole] = [await readCapture(paths.embeddedCapture), await readCapture(paths.latestCapture)];
    expect(JSON.stringify(facts.rows)).not.toContain('description');
    expect(JSON.stringify(whole.rows)).toContain('description');
    expect({ ...facts, rows: [] }).toEqual({ ...whole, rows: [] });
  });

  it('appends lines only, and dates the next night’s events by both answers', async () => {
    const root = freshRoot();
    await record(root);
    const before = await readFile(join(projectPaths(root).ledger, '2026.ndjson'), 'utf8');
    server.use(night('02', idsOf(30), { context_length: 5 }));
    await record(root);
    const after = await readFile(join(projectPaths(root).ledger, '2026.ndjson'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(
      after
        .slice(before.length)
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { kind: 'capture', at: '2026-03-02T03:04:05.000Z', scope: 'all', rows: 30, events: 1 },
      {
        kind: 'context',
        by: '2026-03-02T03:04:05.000Z',
        after: '2026-03-01T03:04:05.000Z',
        scope: 'all',
        id: 'maker/m0',
        old: 8192,
        new: 5,
      },
    ]);
  });

  it('adds nothing when the same answer comes twice', async () => {
    const root = freshRoot();
    await record(root);
    const before = await filesIn(root);
    expect((await record(root)).added).toContain('already');
    expect(await filesIn(root)).toEqual(before);
    server.use({ ...first, capturedAt: '2026-03-01T23:00:00.000Z' });
    expect((await record(root)).added).toContain('Nothing has changed');
    const kept = without(await filesIn(root), 'captures/latest.json');
    expect(kept).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name in kept)));
  });

  it('adds only a baseline when the scope widens', async () => {
    const root = freshRoot();
    const picture = rawRow('maker/picture', {
      architecture: { modality: 'text->image', input_modalities: ['text'], output_modalities: ['image'] },
      created: 1_600_000_000,
    });
    server.use({ ...first, rows: [...first.rows, picture] });
    await record(root, { CATALOG_OUTPUTS: 'text' });
    server.use({ ...first, rows: [...first.rows, picture], capturedAt: '2026-03-02T00:00:00.000Z' });
    expect((await record(root, { CATALOG_OUTPUTS: 'all' })).added).toMatchObject({
      events: [{ kind: 'baseline', id: 'maker/picture' }],
    });
    server.use({ ...first, rows: [...first.rows, picture], capturedAt: '2026-03-03T00:00:00.000Z' });
    expect((await record(root, { CATALOG_OUTPUTS: 'text' })).added).toMatchObject({ events: [] });
  });

  it('keeps a row that is nested too deeply out of the ledger, and writes the capture', async () => {
    const root = freshRoot();
    await record(root);
    const deep = JSON.parse('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)) as unknown;
    server.use(night('02', idsOf(30), { brand_new: deep }));
    const problem = 'holds lists or objects within each other on more than 100 levels';
    const { added, validation } = await record(root);
    expect(validation.quarantined).toEqual([{ id: 'maker/m0', path: 'brand_new.a.a', problem }]);
    expect(added).toMatchObject({ events: [], capture: { rows: 30 } });
    const written = await readCapture(projectPaths(root).latestCapture);
    expect(partitionRows(written.rows).quarantined).toEqual(validation.quarantined);
  });

  it('records no event for a dropped field', async () => {
    const root = freshRoot();
    await record(root);
    server.use(night('02', idsOf(30), { expiration_date: '', created: 0, supported_parameters: 7 }));
    const { added, validation } = await record(root);
    expect(validation.dropped.map(({ path }) => path)).toEqual([
      'created',
      'supported_parameters',
      'expiration_date',
    ]);
    expect(added).toMatchObject({ events: [] });
  });

  it('records no change and no removal of a quarantined row', async () => {
    const root = freshRoot();
    await record(root);
    server.use(night('02', idsOf(30), { context_length: 'many' }));
    const { added, validation } = await record(root);
    expect(validation.quarantined.length).toBe(1);
    expect(added).toMatchObject({ events: [], capture: { rows: 30 } });
  });
});

describe('recordCapture: refusals', () => {
  it.each([
    ['the endpoint fails', ['status=500'], 'answered'],
    ['the answer is a web page', ['body=html'], 'JSON'],
    ['the body is cut off', ['!category !sort cut=50%'], ''],
    ['too many rows are missing', ['rows=20'], 'refused'],
    ['too many rows are bad', ['wrong-types=5'], 'refused'],
    ['the answer has no date', ['!category !sort date=none'], 'without a readable Date header'],
    [
      'the answer is older than the ledger',
      ['date=2026-02-01T00:00:00Z'],
      'it is dated 2026-02-01T00:00:00.000Z, more than 10 minutes before the ledger’s last capture, that of 2026-03-01T03:04:05.000Z',
    ],
    [
      'the answer is ahead of the clock',
      ['date=2099-01-01T00:00:00Z'],
      'it is dated 2099-01-01T00:00:00.000Z, more than a day after this machine’s clock, which says 2026-03-02T03:04:05.000Z',
    ],
    ['the answer is dated 1970', ['date=1970-01-01T00:00:00Z'], 'is not between 2000 and 9999'],
  ])('writes nothing when %s', async (_, faults, words) => {
    const root = freshRoot();
    await record(root);
    const before = await filesIn(root);
    server.use(night('02', idsOf(30), { context_length: 5 }));
    server.fail(faults);
    await expect(record(root)).rejects.toThrow(words.replaceAll('’', "'"));
    expect(await filesIn(root)).toEqual(before);
  });

  it('writes nothing when the ledger is damaged', async () => {
    const root = freshRoot();
    await record(root);
    await writeFile(
      join(projectPaths(root).ledger, '2026.ndjson'),
      '{"kind":"ledger","version":1}\nnonsense\n',
    );
    const before = await filesIn(root);
    await expect(record(root)).rejects.toThrow('2026.ndjson, line 2: ');
    expect(await filesIn(root)).toEqual(before);
  });

  it('writes nothing for an answer older than the ledger, even without the guard', async () => {
    const root = freshRoot();
    await record(root);
    server.fail(['date=2026-02-01T00:00:00Z']);
    await expect(record(root, { CATALOG_GUARD: 'off' })).rejects.toThrow(
      "before the ledger's last capture, and a ledger grows at its end only",
    );
  });

  describe('recordCapture when data end before the recorded capture', () => {
    const LEGAL = { ...first, categories: { legal: idsOf(3) } };
    const ledgerFile = (root: string): string => join(projectPaths(root).ledger, '2026.ndjson');
    const rankingsFile = (root: string): string => join(projectPaths(root).rankings, '2026.ndjson');
    const linesOf = async (file: string): Promise<string[]> => (await readFile(file, 'utf8')).split('\n');

    async function twoNights(): Promise<string> {
      const root = freshRoot();
      server.use(LEGAL);
      await record(root);
      server.use({ ...night('02', idsOf(31)), categories: { legal: idsOf(4) } });
      await record(root);
      return root;
    }

    it.each<[string, string, (root: string) => Promise<void>]>([
      [
        'the year of the ledger is missing',
        '2026.ndjson is missing: ',
        async (root) => {
          await rename(ledgerFile(root), ledgerFile(root).replace('2026', '2025'));
          const text = await readFile(ledgerFile(root).replace('2026', '2025'), 'utf8');
          await writeFile(ledgerFile(root).replace('2026', '2025'), text.replaceAll('2026-', '2025-'));
        },
      ],
      [
        'the last night of the ledger is missing',
        'ledger/2026.ndjson, line 32: The file ends too early',
        async (root) => {
          await writeFile(
            ledgerFile(root),
            [...(await linesOf(ledgerFile(root))).slice(0, 32), ''].join('\n'),
          );
        },
      ],
      [
        'the whole ledger is missing',
        'src/data/ledger is missing: ',
        (root) => rm(projectPaths(root).ledger, { recursive: true }),
      ],
      [
        'the ledger holds a header alone',
        'ledger/2026.ndjson, line 1: The file ends too early',
        async (root) => {
          await writeFile(ledgerFile(root), `${(await linesOf(ledgerFile(root)))[0] ?? ''}\n`);
        },
      ],
      [
        'the ledger is empty',
        'ledger/2026.ndjson, line 1: The file is empty.',
        (root) => writeFile(ledgerFile(root), ''),
      ],
      [
        'the last night of the rankings is missing',
        'rankings/2026.ndjson, line 2: The file ends too early',
        async (root) => {
          await writeFile(
            rankingsFile(root),
            [...(await linesOf(rankingsFile(root))).slice(0, 2), ''].join('\n'),
          );
        },
      ],
      [
        'the rankings are missing',
        'src/data/rankings is missing: ',
        (root) => rm(projectPaths(root).rankings, { recursive: true }),
      ],
      [
        'the rankings are empty',
        'rankings/2026.ndjson, line 1: The file is empty.',
        (root) => writeFile(rankingsFile(root), ''),
      ],
      [
        'the committed capture is damaged',
        'embedded-capture.json cannot be read',
        (root) => writeFile(projectPaths(root).embeddedCapture, '<<<<<<< HEAD\n'),
      ],
    ])('writes nothing because %s', async (_, words, damage) => {
      const root = await twoNights();
      await damage(root);
      const before = await filesIn(root);
      server.use({ ...night('03', idsOf(31)), categories: { legal: idsOf(4) } });
      const refusal = expect(record(root)).rejects;
      await refusal.toThrow(words);
      await refusal.toThrow('git checkout');
      expect(await filesIn(root)).toEqual(before);
    });

    it('starts a new ledger when the recorded capture is deleted', async () => {
      const root = await twoNights();
      await rm(projectPaths(root).ledger, { recursive: true });
      await rm(projectPaths(root).embeddedCapture);
      server.use({ ...night('03', idsOf(31)), categories: { legal: idsOf(4) } });
      expect((await record(root)).added).toMatchObject({ capture: { rows: 31, events: 31 } });
    });
  });

  it('starts a ledger beside a capture when the project has none', async () => {
    const root = freshRoot();
    const donor = freshRoot();
    await record(donor);
    await writeCapture(
      projectPaths(root).embeddedCapture,
      await readCapture(projectPaths(donor).embeddedCapture),
    );
    expect((await record(root)).added).toMatchObject({ capture: { events: 30 } });
  });

  it('writes what the guard would refuse when the guard is off', async () => {
    const root = freshRoot();
    await record(root);
    server.use({ ...first, capturedAt: '2026-03-02T00:00:00.000Z' });
    server.fail(['rows=20']);
    expect((await record(root, { CATALOG_GUARD: 'off' })).added).toMatchObject({ capture: { events: 10 } });
  });
});

describe('npm run record twice at once', () => {
  it('adds one block, and the second says that another is writing', { timeout: 60_000 }, async () => {
    const root = freshRoot();
    server.fail(['delay=1000']);
    const outcomes = await Promise.all([recordAtOnce(root), recordAtOnce(root)]);
    const [done, refused] = outcomes.toSorted((a, b) => a.code - b.code);
    expect(done).toMatchObject({ code: 0, complaint: '' });
    expect(refused?.code).toBe(1);
    expect(refused?.complaint).toContain('is writing to the ledger');
    expect((await readLedger(projectPaths(root).ledger)).blocks).toHaveLength(1);
    server.fail([]);
    expect(await recordAtOnce(root)).toMatchObject({ code: 0 });
  });
});

describe('npm run record in a process that is killed', () => {
  it('leaves the old state or the new one, complete, at every step', { timeout: 180_000 }, async () => {
    const old = freshRoot();
    await record(old);
    const next = night('02', idsOf(31), { context_length: 5 });
    server.use(next);
    const done = freshRoot();
    await cp(old, done, { recursive: true });
    await record(done);
    const [before, after] = [await filesIn(old), await filesIn(done)];

    const outcomes: string[] = [];
    for (let step = 1; ; step += 1) {
      const root = freshRoot();
      await cp(old, root, { recursive: true });
      const signal = await stopAfter(root, step);
      await finishReplacing(projectPaths(root).journal);
      const files = await filesIn(root);
      // A stopped process leaves drafts and its lock.
      const kept = Object.fromEntries(
        Object.entries(files).filter(([name]) => !/\.(?:next|lock)$/.test(name)),
      );
      outcomes.push(JSON.stringify(kept) === JSON.stringify(after) ? 'new' : 'old');
      expect(kept).toEqual(outcomes.at(-1) === 'new' ? after : before);
      // The next night works as usual.
      await record(root);
      expect(await filesIn(root)).toEqual(after);
      if (signal === null) break;
    }
    expect(outcomes).toEqual([...Array<string>(3).fill('old'), ...Array<string>(6).fill('new')]);
  });
});

function recordAtOnce(root: string): Promise<{ readonly code: number; readonly complaint: string }> {
  return new Promise((settle) => {
    const env = { ...process.env, ...environment() };
    execFile(process.execPath, [COMMAND, '--root', root], { env }, (error, _, complaint) => {
      settle({ code: error ? Number(error.code) : 0, complaint });
    });
  });
}

/** The signal that ended the recording; `null` when it came to its end. */
function stopAfter(root: string, step: number): Promise<string | null> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [CHILD, root, String(step)],
      { env: { ...process.env, ...environment() } },
      (error) => {
        settle(error ? (error.signal ?? `code ${String(error.code)}`) : null);
      },
    );
  });
}
