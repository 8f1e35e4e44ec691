import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/catalog/snapshot.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { toWireRow } from '../../../src/upstream/to-wire-row.ts';
import { translate } from '../../../src/upstream/translate.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE } from '../../support/paths.ts';
import {
  dailyCaptures,
  hasSharedCaptures,
  sharedCaptures,
  sharedCases,
  type CaptureFile,
} from '../../support/real-captures.ts';

function read(rows: readonly unknown[]): Pick<Snapshot, 'models' | 'facts'> {
  const { rows: valid, quarantined } = validateRows(rows);
  expect(quarantined).toEqual([]);
  return translate(valid, { categories: {}, popularity: null });
}

describe('toWireRow for real captures', () => {
  const written = ({ models: all, facts }: ReturnType<typeof read>) =>
    all.map((one) => toWireRow(one, facts.get(one.id) ?? { prices: {} }));

  async function expectTheSameAgain({ path }: CaptureFile): Promise<void> {
    const { rows } = await readCapture(path);
    const first = read(rows);
    const again = read(written(first));
    expect(again.models).toEqual(first.models);
    // Prices and tiers are rows' own text, digit for digit.
    const pricesIn = (from: typeof first) => [...from.facts].map(([id, { prices }]) => [id, prices]);
    expect(pricesIn(again)).toEqual(pricesIn(first));
  }

  it.each([
    { name: 'the frozen capture', path: FROZEN_CAPTURE },
    { name: 'the frozen wide capture', path: FROZEN_WIDE_CAPTURE },
    ...dailyCaptures(),
  ])('writes back what was read: $name', expectTheSameAgain);

  it.skipIf(!hasSharedCaptures).each(sharedCases(...sharedCaptures('raw')))(
    'writes back what was read, with descriptions and benchmarks: $name',
    expectTheSameAgain,
  );
});
