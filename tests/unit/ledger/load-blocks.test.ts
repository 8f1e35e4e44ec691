import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { LEDGER_FOLDER } from '../../../src/files/data-paths.ts';
import { wholeFiles } from '../../../src/ledger/files.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { loadBlocks, type Present } from '../../../src/ledger/load-blocks.ts';
import type { CapturedFacts } from '../../../src/ledger/record.ts';
import { pricesOf } from '../../../src/history/price-move.ts';
import { readTracks } from '../../../src/history/tracks.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { snapshotOf } from '../../../src/upstream/load.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';
import { ROOT } from '../../support/paths.ts';

const priced = (input: string): Facts => facts({ prices: { input, output: '1' } });

const folders: string[] = [];

/** The folder of a ledger that captures make. */
async function ledgerFolder(...captures: readonly CapturedFacts[]): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'history-'));
  folders.push(made);
  for (const [path, text] of wholeFiles(made, ledgerOf(...captures).blocks)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return made;
}

let folder: string;
beforeAll(async () => {
  folder = await ledgerFolder(
    captured('2026-01-01', { 'm/a': priced('1') }),
    captured('2026-01-02', { 'm/a': priced('2') }),
  );
});
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

const present = (
  capturedAt: string,
  models: Readonly<Record<string, Facts>>,
  quarantined: readonly string[] = [],
) => ({
  capturedAt,
  scope: 'text' as const,
  models: Object.entries(models).map(([id, own]) => ({ id, facts: own })),
  quarantined: quarantined.map((id) => ({ id, path: '', problem: 'is bad' })),
});

const loadHistory = async (from: string, now: Present): Promise<History> =>
  historyFrom(
    await loadBlocks(from, now),
    now.capturedAt,
    new Set(now.quarantined.map(({ id }) => id).filter((id) => now.models.every((model) => model.id !== id))),
  );

/** Ids of the ledger that are neither listed nor retired nor known as not asked for. */
async function homeless(from: string, now: Present): Promise<readonly string[]> {
  const history = await loadHistory(from, now);
  const standing = new Set([
    ...now.models.map(({ id }) => id),
    ...history.retiredModels().map(({ id }) => id),
    ...history.notAskedFor().map(({ id }) => id),
  ]);
  return [...readTracks(await loadBlocks(from, now)).tracks.keys()].filter((id) => !standing.has(id));
}

describe('the history as of a snapshot', () => {
  it('is that of its day when the snapshot is old', async () => {
    const history = await loadHistory(folder, present('2026-01-01T12:00:00.000Z', { 'm/a': priced('1') }));
    expect(history.changes()).toEqual([]);
    expect(history.captures.length).toBe(2);
    expect(history.since).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is none from before the first day', async () => {
    const history = await loadHistory(folder, present('2025-06-01T00:00:00.000Z', { 'm/a': priced('1') }));
    expect(history).toMatchObject({ since: null, eventCount: 0 });
    expect(history.historyOf('m/a')).toBeNull();
    expect(history.retiredModels()).toEqual([]);
    expect(history.months()).toEqual([]);
  });

  it('holds what a newer snapshot adds, the next day', async () => {
    const history = await loadHistory(
      folder,
      present('2026-01-03T00:00:00.000Z', {
        'm/a': priced('4'),
        'm/b': facts({ created: 1, permanentSlug: 'b' }),
      }),
    );
    expect(history.recent(2).map(({ kind, id }) => [id, kind])).toEqual([
      ['m/a', 'price'],
      ['m/b', 'added'],
      ['m/a', 'price'],
    ]);
  });

  it('does not call two months of changes recent', async () => {
    const history = await loadHistory(folder, present('2026-03-05T00:00:00.000Z', { 'm/a': priced('4') }));
    expect(history.recent(30)).toEqual([]);
    expect(history.changes()[0]).toMatchObject({
      kind: 'price',
      between: { after: '2026-01-02T00:00:00.000Z', by: '2026-03-05T00:00:00.000Z', isDated: false },
    });
  });

  it('does not retire a row that could not be read', async () => {
    const history = await loadHistory(
      folder,
      present('2026-01-04T00:00:00.000Z', { 'm/b': facts({ created: 1, permanentSlug: 'b' }) }, ['m/a']),
    );
    expect(history.retiredModels()).toEqual([]);
  });
});

describe('a snapshot of the same instant as a capture of the ledger', () => {
  const own = (name: string, input = '1'): Facts =>
    facts({ name, created: name.charCodeAt(0), permanentSlug: name, prices: { input, output: '1' } });
  const threeDays = () =>
    ledgerFolder(
      captured('2026-01-01', { 'm/a': own('a'), 'm/b': own('b') }),
      captured('2026-01-02', { 'm/a': own('a', '2'), 'm/b': own('b'), 'm/once': own('once') }),
      captured('2026-01-03', { 'm/a': own('a', '9'), 'm/b': own('b'), 'm/once': own('once') }),
    );
  const noon = (capturedAt = '2026-01-02T00:00:00.000Z') =>
    present(capturedAt, { 'm/a': own('a', '4'), 'm/new': own('new') });

  it('takes the place of that capture where it holds other rows', async () => {
    const history = await loadHistory(await threeDays(), noon());
    expect(history.captures.map(({ at }) => at.slice(0, 10))).toEqual(['2026-01-01', '2026-01-02']);
    expect(history.historyOf('m/a')).toMatchObject({
      facts: { prices: { input: '4' } },
      moves: [{ lines: [{ old: { usd: '1000000' }, new: { usd: '4000000' } }], between: { isDated: true } }],
    });
    expect(history.historyOf('m/new')).toMatchObject({ isListed: true });
    expect(history.changes().map(({ id, kind }) => [id, kind])).toEqual([
      ['m/a', 'price'],
      ['m/b', 'removed'],
      ['m/new', 'added'],
      ['m/once', 'added'],
      ['m/once', 'removed'],
    ]);
  });

  it('retires what it does not list, also what no other capture ever listed', async () => {
    const [made, now] = [await threeDays(), noon()];
    const history = await loadHistory(made, now);
    expect(history.retiredModels().map(({ id, lastSeen, gone }) => [id, lastSeen, gone.by])).toEqual([
      ['m/once', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
      ['m/b', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
    ]);
    expect(await homeless(made, now)).toEqual([]);
  });

  it('is the last capture of the ledger as well', async () => {
    const made = await threeDays();
    const history = await loadHistory(made, noon('2026-01-03T00:00:00.000Z'));
    expect(history.captures).toHaveLength(3);
    expect(history.historyOf('m/a')?.moves[0]).toMatchObject({ lines: [{ old: { usd: '2000000' } }] });
  });

  it('changes nothing where it says the same', async () => {
    const made = await threeDays();
    const same = present('2026-01-02T00:00:00.000Z', {
      'm/a': own('a', '2.0'),
      'm/b': own('b'),
      'm/once': own('once'),
    });
    const asked = await loadBlocks(made, same);
    expect(asked).toEqual((await loadBlocks(made, present('2026-01-02T12:00:00.000Z', {}))).slice(0, 2));
  });

  it('takes the place of the first capture, too', async () => {
    const history = await loadHistory(await threeDays(), noon('2026-01-01T00:00:00.000Z'));
    expect(history.captures).toHaveLength(1);
    expect(history.historyOf('m/a')).toMatchObject({ facts: { prices: { input: '4' } }, moves: [] });
    expect(history.retiredModels().map(({ id }) => id)).toEqual(['m/b']);
  });

  it('leaves what it did not ask for, or could not read, as not asked for', async () => {
    const picture = facts({ name: 'picture', outputModalities: ['image'], created: 1, permanentSlug: 'p' });
    const made = await ledgerFolder(
      captured('2026-01-01', { 'm/a': own('a') }),
      captured('2026-01-02', { 'm/a': own('a'), 'm/b': own('b'), 'm/picture': picture }, { scope: 'all' }),
    );
    const now = present('2026-01-02T00:00:00.000Z', { 'm/a': own('a') }, ['m/b']);
    const history = await loadHistory(made, now);
    expect(history.notAskedFor().map(({ id, reason }) => [id, reason])).toEqual([
      ['m/b', 'quarantined'],
      ['m/picture', 'scope'],
    ]);
    expect(history.retiredModels()).toEqual([]);
    expect(await homeless(made, now)).toEqual([]);
  });
});

describe.each(['2026-08-08.json', '2025-03-08-duplicate-ids.json', '2026-05-06.json'])(
  'the real capture %s, of a day of the committed ledger',
  (name) => {
    const file = join(ROOT, '../shared/captures/more', name);
    const ledger = join(ROOT, LEDGER_FOLDER);

    it.skipIf(!existsSync(file))(
      'has pages that agree with it, and a page for every id ever seen',
      async () => {
        const capture = await readCapture(file);
        const snapshot = snapshotOf(capture, validateRows(capture.rows), {
          source: 'capture',
          fallbackReason: null,
        });
        const history = await loadHistory(ledger, snapshot);
        const differing = snapshot.models.flatMap(({ id, prices, facts: own }) => {
          const known = history.historyOf(id);
          const drawn = known?.priceSteps.at(-1)?.prices;
          const isSame =
            known?.isListed === true &&
            JSON.stringify([drawn?.input, drawn?.output]) === JSON.stringify([prices.input, prices.output]) &&
            JSON.stringify(pricesOf(id, known.facts)) === JSON.stringify(pricesOf(id, own)) &&
            (own.context ?? null) === (known.facts.context ?? null);
          return isSame ? [] : [id];
        });
        expect(differing).toEqual([]);
        expect(history.captures.at(-1)?.at).toBe(snapshot.capturedAt);
        expect(await homeless(ledger, snapshot)).toEqual([]);
      },
    );
  },
);
