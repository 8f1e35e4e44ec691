import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capturedFacts } from '../../../src/ledger/captured-facts.ts';
import { append } from '../../../src/ledger/append.ts';
import type { Block } from '../../../src/ledger/record.ts';
import { emptyState, listedRows } from '../../../src/ledger/state.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { translate } from '../../../src/upstream/translate.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { SHARED_CAPTURES } from '../../support/paths.ts';

/** Whole real answers of all eras and outputs, each taken all the way into models and into a ledger. */

const SEVERAL_QUERIES = join(SHARED_CAPTURES, 'more/2026-06-29-multi-query.json');
const WITH_DUPLICATES = '2025-03-08-duplicate-ids.json';
const ALL_OUTPUTS = '2026-08-05-all-outputs.json';

const inFolder = (folder: string): readonly string[] => {
  const path = join(SHARED_CAPTURES, folder);
  return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
};
const byName = (paths: readonly string[]): readonly string[] =>
  paths.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));

async function expectToBeTaken(paths: readonly string[]): Promise<void> {
  const [state, blocks]: [ReturnType<typeof emptyState>, Block[]] = [emptyState(), []];
  for (const path of paths) {
    const name = basename(path);
    const capture = await readCapture(path);
    const validation = validateRows(capture.rows);
    const { rows, quarantined, unknown } = validation;
    const problems = new Set(quarantined.map(({ problem }) => problem));
    expect([...problems], name).toEqual(
      name === WITH_DUPLICATES ? ['is listed twice; the first row stays'] : [],
    );
    expect(unknown, name).toEqual([]);
    const { models, facts } = translate(rows, { categories: {}, popularity: null });
    expect(models, name).toHaveLength(rows.length);
    const isWide = path.includes('all-outputs');
    expect(capture.scope, name).toBe(isWide ? 'all' : 'text');
    expect(name.startsWith(capture.capturedAt.slice(0, 10)), name).toBe(true);
    const appended = append({ blocks, state }, capturedFacts({ ...capture, facts, quarantined }));
    if ('skipped' in appended) throw new Error(`${name}: ${appended.skipped}`);
    blocks.push(appended.block);
    expect([...listedRows(state).keys()].sort(), name).toEqual(rows.map(({ id }) => id).sort());
  }
}

describe.skipIf(!existsSync(SEVERAL_QUERIES))('whole real answers', () => {
  it('of each era are valid but for ids listed twice, and become models and a ledger', async () => {
    const paths = [...inFolder('raw'), ...inFolder('more')].filter((path) => path !== SEVERAL_QUERIES);
    expect(paths.map((path) => basename(path))).toContain(ALL_OUTPUTS);
    expect(paths).toHaveLength(10);
    await expectToBeTaken(byName(paths));
  });

  it('with all outputs are valid, all 48, and become models and a ledger', async () => {
    const paths = byName(inFolder('all-outputs'));
    expect(paths).toHaveLength(48);
    await expectToBeTaken(paths);
  });

  it('to several queries in one file are refused with a sentence', async () => {
    await expect(readCapture(SEVERAL_QUERIES)).rejects.toThrow(
      /multi-query\.json cannot be read as a capture: it has no "data"\. Use a file that holds an answer/,
    );
  });
});
