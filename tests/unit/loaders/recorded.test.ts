import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LEDGER_FOLDER } from '../../../src/files/data-paths.ts';
import { historyFrom } from '../../../src/history/history.ts';
import { wholeFiles } from '../../../src/ledger/files.ts';
import type * as stateModule from '../../../src/ledger/state.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

/** Times of the captures that were applied to a state: a replay applies each once. */
const applied = vi.hoisted((): string[] => []);
vi.mock('../../../src/ledger/state.ts', async (original) => {
  const state = await original<typeof stateModule>();
  return {
    ...state,
    applyBlock: (...given: Parameters<typeof state.applyBlock>) => {
      applied.push(given[1].capture.at);
      state.applyBlock(...given);
    },
  };
});

let root: URL;
beforeEach(async () => {
  root = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'recorded-'))}/`);
});
afterEach(() => rm(root, { recursive: true }));

it('the ledger is replayed once for loaders and pages, which have two copies of each module', async () => {
  const { blocks } = ledgerOf(
    captured('2026-01-01', { 'm/a': facts() }),
    captured('2026-01-31', { 'm/a': facts({ context: 1 }) }),
    captured('2026-02-01', { 'm/a': facts({ context: 2 }) }),
  );
  for (const [path, text] of wholeFiles(fileURLToPath(new URL(LEDGER_FOLDER, root)), blocks)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const present = {
    capturedAt: '2026-02-02T00:00:00.000Z',
    scope: 'text' as const,
    facts: new Map([['m/b', facts({ created: 1, permanentSlug: 'm/b' })]]),
    quarantined: [],
  };
  applied.length = 0;

  const copy = () => {
    vi.resetModules();
    return import('../../../src/loaders/recorded.ts');
  };
  const [loaders, pages] = [await copy(), await copy()];
  expect(pages.recordedLedger).not.toBe(loaders.recordedLedger);
  expect((await loaders.recordedLedger(root)).blocks).toEqual(blocks);
  const history = historyFrom(await pages.loadHistory(root, present), present.capturedAt);

  expect(history.months().map(({ month, listed }) => [month, listed])).toEqual([
    ['2026-01', 1],
    ['2026-02', 1],
  ]);
  expect(history.retiredModels().map(({ id }) => id)).toEqual(['m/a']);
  expect(history.changes()).toHaveLength(4);
  expect(applied).toEqual([...blocks.map(({ capture }) => capture.at), present.capturedAt]);
});
