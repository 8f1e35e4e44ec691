import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMBEDDED_CAPTURE } from '../../../src/files/data-paths.ts';
import { everyCategory, readCapture } from '../../../src/upstream/capture.ts';
import { snapshotOf } from '../../../src/upstream/load.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { catalogLoaders, SNAPSHOT_ID } from '../../../src/loaders/catalog.ts';
import { storable } from '../../../src/loaders/storable.ts';
import type { Snapshot } from '../../../src/catalog/snapshot.ts';
import { without } from '../../support/ledger.ts';
import { rawRow } from '../../support/raw-row.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What a loader uses of Astro's context, over a map. */
function fakeContext(entries = new Map<string, unknown>()) {
  const context = {
    config: { root: pathToFileURL(`${ROOT}/`) },
    store: {
      clear: () => {
        entries.clear();
      },
      set: ({ id, data }: { id: string; data: unknown }) => {
        entries.set(id, data);
        return true;
      },
    },
  } as unknown as LoaderContext;
  return { context, entries };
}

function snapshot(rows: readonly unknown[]): Snapshot {
  const none = { ids: null, problem: 'none' } as const;
  const capture = {
    capturedAt: '2026-08-22T00:00:00.000Z',
    scope: 'text',
    rows,
    totalCount: null,
    popularity: none,
    categories: everyCategory(() => none),
    categoriesOrigin: 'none',
    categoriesNote: null,
  } as const;
  return snapshotOf(capture, validateRows(rows), { source: 'capture', fallbackReason: null });
}

describe('catalogLoaders', () => {
  it('fill one collection with models and one with the rest from a single acquisition', async () => {
    const given = snapshot([rawRow('b/second'), rawRow('a/first')]);
    const load = vi.fn(() => Promise.resolve(given));
    const { models, snapshot: rest } = catalogLoaders(load);
    const [one, two] = [fakeContext(new Map([['gone/model', {}]])), fakeContext()];
    await Promise.all([models.load(one.context), rest.load(two.context)]);
    expect(load).toHaveBeenCalledTimes(1);
    expect([...one.entries]).toEqual(given.models.map((model) => [model.id, model]));
    expect([...two.entries]).toEqual([
      [
        SNAPSHOT_ID,
        {
          ...without(given, 'models', 'facts'),
          factsJson: JSON.stringify([...given.facts]),
          generatedAt: given.capturedAt,
        },
      ],
    ]);
  });

  it('take the time of a live build from the clock of this machine', async () => {
    const live = { ...snapshot([rawRow('a/first')]), source: 'live' } as const;
    const { context, entries } = fakeContext();
    const begun = new Date().toISOString();
    await catalogLoaders(() => Promise.resolve(live)).snapshot.load(context);
    const { generatedAt = '' } = (entries.get(SNAPSHOT_ID) ?? {}) as { generatedAt?: string };
    expect(generatedAt >= begun && generatedAt <= new Date().toISOString()).toBe(true);
  });

  it('fail when the acquisition fails, and keep what the collections had', async () => {
    const { models, snapshot: rest } = catalogLoaders(() => Promise.reject(new Error('no catalog')));
    const { context, entries } = fakeContext(new Map([['a/kept', {}]]));
    await expect(models.load(context)).rejects.toThrow('no catalog');
    await expect(rest.load(context)).rejects.toThrow('no catalog');
    expect([...entries.keys()]).toEqual(['a/kept']);
  });
});

describe('catalogLoaders in a build', () => {
  beforeEach(() => {
    vi.stubEnv('CATALOG_SOURCE', 'capture');
    vi.stubGlobal('fetch', () => {
      throw new Error('the network was touched');
    });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  async function built(): Promise<ReturnType<typeof fakeContext>> {
    const fake = fakeContext();
    await catalogLoaders().models.load(fake.context);
    return fake;
  }

  it('read the embedded capture without the network and print one line', async () => {
    const said = vi.spyOn(console, 'log').mockReturnValue();
    const { entries } = await built();
    const { rows, capturedAt } = await readCapture(resolve(ROOT, EMBEDDED_CAPTURE));
    expect(entries.size).toBe(rows.length);
    expect(said.mock.calls).toEqual([
      [expect.stringContaining(`${rows.length} models as of ${capturedAt} (embedded); `)],
    ]);
    said.mockRestore();
  });

  it.each([
    ['on', 'on', 'A model made up for a test.', 1],
    ['off', 'on', null, 1],
    ['on', 'off', 'A model made up for a test.', 0],
  ])('load descriptions %s and benchmarks %s', async (descriptions, benchmarks, description, figures) => {
    vi.stubEnv('SHOW_DESCRIPTIONS', descriptions);
    vi.stubEnv('SHOW_BENCHMARKS', benchmarks);
    vi.stubEnv('CATALOG_CAPTURE', resolve(ROOT, 'tests/fixtures/benchmarked-2026-01-02.json'));
    const [model] = [...(await built()).entries.values()] as Snapshot['models'];
    expect(model?.description).toBe(description);
    expect(model?.benchmarks?.designArena.length ?? 0).toBe(figures);
    expect(model?.other.filter(({ path }) => path.startsWith('benchmarks.'))).toHaveLength(figures);
  });

  it('fail on a wrong variable', async () => {
    vi.stubEnv('CATALOG_SOURCE', 'maybe');
    await expect(built()).rejects.toThrow('CATALOG_SOURCE is "maybe"');
  });

  it('fail on a capture that cannot be read', async () => {
    vi.stubEnv('CATALOG_CAPTURE', resolve(ROOT, 'nowhere.json'));
    await expect(built()).rejects.toThrow('does not exist');
  });
});

describe('storable', () => {
  it('keeps text from making the build import a file', () => {
    const path = '__ASTRO_IMAGE_../../../etc/passwd';
    const data = {
      name: path,
      list: [path, 1, null],
      inner: { json: `"${path}"` },
      defaults: new Map([
        [path, 1],
        ['__proto__', 2],
      ]),
    };
    expect(storable(data)).toEqual({
      name: ` ${path}`,
      list: [` ${path}`, 1, null],
      inner: { json: `"${path}"` },
      defaults: new Map([
        [` ${path}`, 1],
        ['__proto__', 2],
      ]),
    });
  });
});
