import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { wholeFiles } from '../../../src/history/ledger-files.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { loadBlocks, type Present } from '../../../src/history/load-history.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

const priced = (input: string): Facts => facts({ prices: { input, output: '1' } });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
  const { blocks } = ledgerOf(
    captured('2026-01-01', { 'm/a': priced('1') }),
    captured('2026-01-02', { 'm/a': priced('2') }),
  );
  for (const [path, text] of wholeFiles(folder, blocks)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

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
  historyFrom(await loadBlocks(from, now), now.capturedAt);

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
