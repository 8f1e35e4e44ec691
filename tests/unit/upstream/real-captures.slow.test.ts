import { join, basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capturedFacts } from '../../../src/ledger/captured-facts.ts';
import { append } from '../../../src/ledger/append.ts';
import { emptyLedger } from '../../../src/ledger/ledger.ts';
import type { Block } from '../../../src/ledger/record.ts';
import { listedRows } from '../../../src/ledger/state.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { translate } from '../../../src/upstream/translate.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { FROZEN_WIDE_CAPTURE, SHARED_CAPTURES } from '../../support/paths.ts';
import {
  dailyCaptures,
  hasSharedCaptures,
  sharedCaptures,
  sharedCases,
  type CaptureFile,
} from '../../support/real-captures.ts';

/** Whole real answers of all eras and outputs, each taken all the way into models and into a ledger. */

const SEVERAL_QUERIES = join(SHARED_CAPTURES, 'more/2026-06-29-multi-query.json');
const WITH_DUPLICATES = '2025-03-08-duplicate-ids.json';
const ALL_OUTPUTS = '2026-08-05-all-outputs.json';
/** Every 30th day, and the days around which fields came and an id in capitals was listed. */
const SAMPLE_STEP = 30;
const TURNING_POINTS = ['2025-03-31', '2025-04-30', '2025-06-14', '2025-10-17', '2026-07-14', '2026-08-17'];

const byName = (captures: readonly CaptureFile[]): readonly CaptureFile[] =>
  captures.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The blocks of the ledger that the captures make. */
async function expectToBeTaken(captures: readonly CaptureFile[]): Promise<readonly Block[]> {
  const ledger = emptyLedger();
  for (const { name, path } of captures) {
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
    expect(name, name).toContain(capture.capturedAt.slice(0, 10));
    const appended = append(ledger, capturedFacts({ ...capture, facts, quarantined }));
    if ('skipped' in appended) throw new Error(`${name}: ${appended.skipped}`);
    expect([...listedRows(ledger.state).keys()].sort(), name).toEqual(rows.map(({ id }) => id).sort());
  }
  return ledger.blocks;
}

describe('the captures of this repository', () => {
  it('become models and a ledger with every kind of change', async () => {
    const blocks = await expectToBeTaken(dailyCaptures());
    expect(blocks.map(({ capture }) => [capture.at.slice(0, 10), capture.rows])).toEqual([
      ['2024-11-22', 197],
      ['2024-11-23', 198],
      ['2025-03-31', 290],
      ['2026-08-12', 406],
      ['2026-08-13', 409],
      ['2026-08-14', 411],
      ['2026-08-16', 413],
      ['2026-08-18', 412],
      ['2026-08-21', 420],
      ['2026-08-22', 421],
    ]);
    const kinds = blocks.map(({ events }) => new Set<string>(events.map(({ kind }) => kind)));
    expect(kinds[1]).toContain('renamed');
    expect(kinds[2]).toContain('learned');
    expect([...new Set(kinds.slice(4).flatMap((some) => [...some]))]).toEqual(
      expect.arrayContaining(['added', 'removed', 'returned', 'price', 'tiers', 'expiration', 'retargeted']),
    );
  });

  it('become models and a ledger when they hold all outputs', async () => {
    await expectToBeTaken([{ name: basename(FROZEN_WIDE_CAPTURE), path: FROZEN_WIDE_CAPTURE }]);
  });
});

describe.skipIf(!hasSharedCaptures)('the real captures beside the project', () => {
  it('become models and a ledger in every era, without duplicate ids', async () => {
    const paths = [...sharedCaptures('raw'), ...sharedCaptures('more')].filter(
      ({ path }) => path !== SEVERAL_QUERIES,
    );
    expect(paths.map(({ name }) => name)).toContain(ALL_OUTPUTS);
    expect(paths).toHaveLength(10);
    await expectToBeTaken(byName(paths));
  });

  it('become models and a ledger when they hold all outputs, all 48', async () => {
    const paths = sharedCaptures('all-outputs');
    expect(paths).toHaveLength(48);
    await expectToBeTaken(paths);
  });

  it('are refused in a sentence when one file holds answers to several queries', async () => {
    await expect(readCapture(SEVERAL_QUERIES)).rejects.toThrow(
      /multi-query\.json cannot be read as a capture: it has no "data"\. Use a file that holds an answer/,
    );
  });
});

async function expectAllKnown({ name, path }: CaptureFile): Promise<void> {
  const { rows, capturedAt, scope } = await readCapture(path);
  const validation = validateRows(rows);
  expect(validation.quarantined).toEqual([]);
  expect(validation.unknown).toEqual([]);
  expect(validation.rows).toHaveLength(rows.length);
  expect(rows.length).toBeGreaterThan(150);
  expect(name).toContain(capturedAt.slice(0, 10));
  expect(scope).toBe('text');
}

describe('validateRows for real captures', () => {
  const days = sharedCaptures('daily');
  const sample = days.filter(
    ({ name }, index) =>
      index % SAMPLE_STEP === 0 ||
      index === days.length - 1 ||
      TURNING_POINTS.some((day) => name.startsWith(day)),
  );

  it.each(dailyCaptures())('finds only valid rows and nothing unknown: $name', expectAllKnown);

  it.skipIf(!hasSharedCaptures).each(sharedCases(...sharedCaptures('raw'), ...sample))(
    'finds only valid rows and nothing unknown in every era: $name',
    expectAllKnown,
  );
});
