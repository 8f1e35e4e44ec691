import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PreviousSize, Snapshot } from '../../../src/catalog/snapshot.ts';
import { readConfig, type Config } from '../../../src/config.ts';
import { EMBEDDED_CAPTURE } from '../../../src/files/data-paths.ts';
import { everyCategory } from '../../../src/upstream/capture.ts';
import { CaptureError, GuardError, UpstreamError } from '../../../src/upstream/errors.ts';
import { loadSnapshot, type LoadOptions } from '../../../src/upstream/load.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { rawRow } from '../../support/raw-row.ts';
import { writeCapture } from '../../support/write-capture.ts';

const EMBEDDED_TIME = '2026-08-22T00:00:00.000Z';
/** Other than that of the embedded capture, which decides nothing. */
const PREVIOUS: PreviousSize = {
  capturedAt: '2026-08-22T12:00:00.000Z',
  scope: 'text',
  count: 99,
  textCount: 99,
};
const LIVE_TIME = '2026-08-23T04:05:06.000Z';
const NOWHERE = 'http://127.0.0.1:1/api/v1';

const models = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => rawRow(`maker/model-${index}`));

let root: string;
let server: ReplayServer | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'load-'));
  await writeCapture(join(root, EMBEDDED_CAPTURE), {
    capturedAt: EMBEDDED_TIME,
    scope: 'text',
    rows: models(100),
    totalCount: null,
    popularity: { ids: ['maker/model-9'], problem: null },
    categories: everyCategory(() => ({ ids: ['maker/model-3'], problem: null })),
    categoriesOrigin: 'stand-in',
    categoriesNote: 'Made up.',
  });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(root, { recursive: true });
});

async function serve(rows: readonly unknown[], ...faults: string[]): Promise<Record<string, string>> {
  server = await startReplay({
    capture: { rows, capturedAt: LIVE_TIME, categories: { legal: ['maker/model-1'] }, popularity: [] },
    faults,
  });
  return { OPENROUTER_API_URL: server.url };
}

interface Loaded {
  readonly snapshot: Snapshot;
  readonly lines: readonly string[];
  readonly summaries: readonly string[];
}

async function load(
  env: Record<string, string>,
  options: Partial<Pick<LoadOptions, 'previous' | 'now'>> = {},
): Promise<Loaded> {
  const config: Config = readConfig({ OPENROUTER_API_URL: NOWHERE, ...env });
  const [lines, summaries]: string[][] = [[], []];
  const snapshot = await loadSnapshot(config, {
    root,
    progress: (line) => lines?.push(line),
    summary: (line) => summaries?.push(line),
    client: { retries: 1, retryDelayMs: 1, timeoutMs: 2_000 },
    now: () => new Date(LIVE_TIME),
    previous: () => Promise.resolve(PREVIOUS),
    ...options,
  });
  return { snapshot, lines: lines ?? [], summaries: summaries ?? [] };
}

const LIVE = { source: 'live', capturedAt: LIVE_TIME, fallbackReason: null };
const EMBEDDED = { source: 'embedded', capturedAt: EMBEDDED_TIME, categoriesOrigin: 'stand-in' };

describe.each(['auto', 'live'])('loadSnapshot with CATALOG_SOURCE=%s', (CATALOG_SOURCE) => {
  it('takes the endpoint’s answer', async () => {
    const { snapshot, lines, summaries } = await load({ CATALOG_SOURCE, ...(await serve(models(101))) });
    expect(snapshot).toMatchObject({ ...LIVE, scope: 'all', categoriesOrigin: 'endpoint' });
    expect(snapshot.models).toHaveLength(101);
    expect(snapshot.models[1]?.ranks).toEqual({ legal: 1 });
    expect(lines).toHaveLength(14);
    expect(summaries).toEqual([
      `101 models as of ${LIVE_TIME} (live); 12 of 12 categories; 0 rows quarantined`,
    ]);
  });

  it('leaves out an invalid row and reports it', async () => {
    const rows = [
      ...models(99),
      rawRow('maker/odd', { pricing: null }),
      rawRow('maker/new', { brand_new: 1 }),
    ];
    const { snapshot, summaries } = await load({ CATALOG_SOURCE, ...(await serve(rows)) });
    expect(snapshot.source).toBe('live');
    expect(snapshot.quarantined).toEqual([
      { id: 'maker/odd', path: 'pricing', problem: 'must be an object with prices, but is null' },
    ]);
    expect(snapshot.unknown).toEqual(['brand_new']);
    expect(summaries[0]).toContain('; 1 rows quarantined; 1 unknown fields or values');
  });

  it('reports that it takes the machine’s clock', async () => {
    const env = { CATALOG_SOURCE, ...(await serve(models(101), '!category !sort date=none')) };
    const { summaries } = await load(env);
    expect(summaries).toHaveLength(2);
    expect(summaries[0]).toContain('has no readable date');
    expect(summaries[1]).toContain(`101 models as of ${LIVE_TIME} (live)`);
  });

  it('takes an answer that the guard would refuse when the guard is off', async () => {
    const env = { CATALOG_SOURCE, CATALOG_GUARD: 'off', ...(await serve(models(10))) };
    expect((await load(env)).snapshot).toMatchObject(LIVE);
  });

  it('takes an answer without the category that failed', async () => {
    const { snapshot } = await load({
      CATALOG_SOURCE,
      ...(await serve(models(101), 'category=legal status=500')),
    });
    expect(snapshot.source).toBe('live');
    expect(snapshot.categories.legal.problem).toContain('answered 500');
    expect(snapshot.models[1]?.ranks).toEqual({});
  });

  it('takes an answer without the popularity order that failed', async () => {
    const { snapshot } = await load({ CATALOG_SOURCE, ...(await serve(models(101), 'sort=* status=500')) });
    expect(snapshot.source).toBe('live');
    expect(snapshot.popularityProblem).toContain('answered 500');
    expect(snapshot.models.every(({ popularity }) => popularity === null)).toBe(true);
  });
});

const FAILURES: readonly [
  string,
  () => Promise<Record<string, string>>,
  abstract new (...args: never) => Error,
  RegExp,
][] = [
  ['cannot be reached', () => Promise.resolve({}), UpstreamError, /could not be reached/],
  ['fails', () => serve(models(101), 'status=503'), UpstreamError, /answered 503/],
  ['answers with a page', () => serve(models(101), 'body=html'), UpstreamError, /a web page instead of JSON/],
  ['answers with nothing', () => serve([]), GuardError, /it holds no models/],
  [
    'answers with too few',
    () => serve(models(10)),
    GuardError,
    /10 models that give text, 89.9% fewer than the 99 of 2026-08-22T12:00.* CATALOG_GUARD=off/,
  ],
  [
    'answers with wrong types',
    () => serve(models(101), 'wrong-types=9'),
    GuardError,
    /9 of its 101 rows .* are not valid/,
  ],
];

describe.each(FAILURES)('loadSnapshot when the endpoint %s', (_, serving, errorClass, words) => {
  it('fails with CATALOG_SOURCE=live', async () => {
    const error: unknown = await load({ CATALOG_SOURCE: 'live', ...(await serving()) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(errorClass);
    expect((error as Error).message).toMatch(words);
  });

  it('takes the embedded capture with CATALOG_SOURCE=auto, and says why', async () => {
    const { snapshot, summaries } = await load({ CATALOG_SOURCE: 'auto', ...(await serving()) });
    expect(snapshot).toMatchObject(EMBEDDED);
    expect(snapshot.fallbackReason).toMatch(words);
    expect(summaries[0]).toContain('not live, because ');
  });
});

const LEDGER_END = '2026-08-23T05:00:00.000Z';
const WRONG_TIMES: readonly (readonly [string, string, string])[] = [
  [
    'is older than the ledger',
    'date=2026-08-23T04:49:59Z',
    `it is dated 2026-08-23T04:49:59.000Z, more than 10 minutes before the ledger's last capture, that of ${LEDGER_END}`,
  ],
  [
    'is ahead of the clock',
    'date=2099-01-01T00:00:00Z',
    `it is dated 2099-01-01T00:00:00.000Z, more than a day after this machine's clock, which says ${LIVE_TIME}`,
  ],
];

describe.each(WRONG_TIMES)('loadSnapshot of an answer that %s', (_, fault, words) => {
  const options = { previous: () => Promise.resolve({ ...PREVIOUS, capturedAt: LEDGER_END }) };
  const asked = (env: Record<string, string>) =>
    serve(models(101), fault).then((served) => load({ ...env, ...served }, options));

  it('refuses it and names both times', async () => {
    const error: unknown = await asked({ CATALOG_SOURCE: 'live' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GuardError);
    expect((error as Error).message).toContain(words);
    expect((error as Error).message).toContain('CATALOG_GUARD=off');
  });

  it('falls back to the embedded capture with CATALOG_SOURCE=auto', async () => {
    const { snapshot } = await asked({ CATALOG_SOURCE: 'auto' });
    expect(snapshot).toMatchObject(EMBEDDED);
    expect(snapshot.fallbackReason).toContain(words);
  });

  it('takes it when the guard is off', async () => {
    const { snapshot } = await asked({ CATALOG_SOURCE: 'live', CATALOG_GUARD: 'off' });
    expect(snapshot.source).toBe('live');
    expect(words).toContain(snapshot.capturedAt);
  });
});

describe('loadSnapshot with CATALOG_GUARD=off', () => {
  it('still refuses a time before 2000', async () => {
    const fault = 'date=1970-01-01T00:00:00Z';
    const env = { CATALOG_SOURCE: 'live', CATALOG_GUARD: 'off', ...(await serve(models(101), fault)) };
    await expect(load(env)).rejects.toThrow(/not between 2000 and 9999.* with the guard or without/);
  });

  it('still refuses an answer without a valid row', async () => {
    const env = { CATALOG_SOURCE: 'live', CATALOG_GUARD: 'off', ...(await serve([{ id: 'x' }])) };
    await expect(load(env)).rejects.toThrow(/it holds no valid model.* with the guard or without/);
  });
});

describe('loadSnapshot with CATALOG_SOURCE=capture', () => {
  const asked = { CATALOG_SOURCE: 'capture' };

  async function named(content: unknown): Promise<Record<string, string>> {
    const path = join(root, 'models-2025-05-05.json');
    await writeFile(path, JSON.stringify(content));
    return { ...asked, CATALOG_CAPTURE: path };
  }

  it('takes the embedded capture without the network', async () => {
    const env = await serve(models(101));
    expect((await load({ ...asked, ...env })).snapshot).toMatchObject({ ...EMBEDDED, fallbackReason: null });
    expect(server?.requests).toEqual([]);
  });

  it('gives the same snapshot each time', async () => {
    const snapshots = [await load(asked), await load(asked)].map(({ snapshot }) => JSON.stringify(snapshot));
    expect(snapshots[0]).toBe(snapshots[1]);
  });

  it('takes the operator’s capture, however small or odd', async () => {
    const { snapshot } = await load(await named({ data: [rawRow('a/b'), 1, 2, 3] }));
    expect(snapshot).toMatchObject({
      source: 'capture',
      capturedAt: '2025-05-05T00:00:00.000Z',
      categoriesOrigin: 'none',
    });
    expect(snapshot.models).toHaveLength(1);
    expect(snapshot.quarantined).toHaveLength(3);
    expect(snapshot.popularityProblem).toBe('This capture holds the list of models only.');
  });

  it.each([
    ['is empty', { data: [] }, 'holds no models'],
    [
      'holds only bad rows',
      [{ id: 'a/b', name: 'B' }],
      'holds no valid model (a/b: pricing must be an object with prices, but is missing)',
    ],
    ['is something else', { x: 1 }, 'it has no "data"'],
  ])('refuses a capture that %s', async (_, content, words) => {
    const error: unknown = await load(await named(content)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CaptureError);
    expect((error as CaptureError).message).toContain(words);
  });

  it('falls back to the operator’s capture with CATALOG_SOURCE=auto', async () => {
    const { snapshot } = await load({ ...(await named([rawRow('a/b')])), CATALOG_SOURCE: 'auto' });
    expect(snapshot.source).toBe('capture');
    expect(snapshot.fallbackReason).toContain('could not be reached');
  });
});

it('loadSnapshot compares a live answer with nothing when the ledger is empty', async () => {
  const env = { CATALOG_SOURCE: 'live', ...(await serve(models(2))) };
  const { snapshot } = await load(env, { previous: () => Promise.resolve(null) });
  expect(snapshot).toMatchObject(LIVE);
});

describe('loadSnapshot without an embedded capture', () => {
  beforeEach(() => rm(join(root, EMBEDDED_CAPTURE)));

  it('still compares a live answer with the ledger', async () => {
    const env = { CATALOG_SOURCE: 'live', ...(await serve(models(2))) };
    await expect(load(env)).rejects.toThrow('2 models that give text, 98% fewer than the 99');
  });

  it('fails when the endpoint fails', async () => {
    await expect(load({ CATALOG_SOURCE: 'auto' })).rejects.toThrow('does not exist');
  });
});
