import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { ledgerAsOf } from '../../../src/ledger/as-of.ts';
import { readLedger, wholeFiles } from '../../../src/ledger/files.ts';
import type { CapturedFacts } from '../../../src/ledger/record.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';
import { idsWithoutPage, loadHistory } from '../../support/load-history.ts';

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
  facts: new Map(Object.entries(models)),
  quarantined: quarantined.map((id) => ({ id, path: '', problem: 'is bad' })),
});

describe('ledgerAsOf', () => {
  it('gives the history up to an old snapshot', async () => {
    const history = await loadHistory(folder, present('2026-01-01T12:00:00.000Z', { 'm/a': priced('1') }));
    expect(history.changes()).toEqual([]);
    expect(history.captures.length).toBe(2);
    expect(history.since).toBe('2026-01-01T00:00:00.000Z');
  });

  it('gives no history for a snapshot from before the first day', async () => {
    const history = await loadHistory(folder, present('2025-06-01T00:00:00.000Z', { 'm/a': priced('1') }));
    expect(history).toMatchObject({ since: null, eventCount: 0 });
    expect(history.historyOf('m/a')).toBeNull();
    expect(history.retiredModels()).toEqual([]);
    expect(history.months()).toEqual([]);
  });

  it('adds what a newer snapshot changes, dated by it', async () => {
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

  it('does not date changes of a snapshot two months later as recent', async () => {
    const history = await loadHistory(folder, present('2026-03-05T00:00:00.000Z', { 'm/a': priced('4') }));
    expect(history.recent(30)).toEqual([]);
    expect(history.changes()[0]).toMatchObject({
      kind: 'price',
      between: { after: '2026-01-02T00:00:00.000Z', by: '2026-03-05T00:00:00.000Z', isDated: false },
    });
  });

  it('does not retire a model whose row could not be read', async () => {
    const history = await loadHistory(
      folder,
      present('2026-01-04T00:00:00.000Z', { 'm/b': facts({ created: 1, permanentSlug: 'b' }) }, ['m/a']),
    );
    expect(history.retiredModels()).toEqual([]);
  });
});

describe('ledgerAsOf: a snapshot of the same instant as a capture of the ledger', () => {
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

  it('replaces that capture when the snapshot has other rows', async () => {
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

  it('retires a model that the snapshot lacks, even one that only the replaced capture listed', async () => {
    const [made, now] = [await threeDays(), noon()];
    const history = await loadHistory(made, now);
    expect(history.retiredModels().map(({ id, lastSeen, gone }) => [id, lastSeen, gone.by])).toEqual([
      ['m/b', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
      ['m/once', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
    ]);
    expect(await idsWithoutPage(made, now)).toEqual([]);
  });

  it('replaces the last capture of the ledger', async () => {
    const made = await threeDays();
    const history = await loadHistory(made, noon('2026-01-03T00:00:00.000Z'));
    expect(history.captures).toHaveLength(3);
    expect(history.historyOf('m/a')?.moves[0]).toMatchObject({ lines: [{ old: { usd: '2000000' } }] });
  });

  it('changes nothing when the snapshot says the same', async () => {
    const made = await threeDays();
    const same = present('2026-01-02T00:00:00.000Z', {
      'm/a': own('a', '2.0'),
      'm/b': own('b'),
      'm/once': own('once'),
    });
    const whole = await readLedger(made);
    expect(ledgerAsOf(whole, same).blocks).toEqual(whole.blocks.slice(0, 2));
  });

  it('replaces the first capture', async () => {
    const history = await loadHistory(await threeDays(), noon('2026-01-01T00:00:00.000Z'));
    expect(history.captures).toHaveLength(1);
    expect(history.historyOf('m/a')).toMatchObject({ facts: { prices: { input: '4' } }, moves: [] });
    expect(history.retiredModels().map(({ id }) => id)).toEqual(['m/b']);
  });

  it('reports models outside the snapshot’s scope and quarantined ones as not asked for', async () => {
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
    expect(await idsWithoutPage(made, now)).toEqual([]);
  });
});
