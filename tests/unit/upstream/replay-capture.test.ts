import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../src/catalog/categories.ts';
import { EMBEDDED_CAPTURE } from '../../../src/files/data-paths.ts';
import { parseCapture, readCapture, type Capture } from '../../../src/upstream/capture.ts';
import { readReplayCapture, withOrdersOf } from '../../../src/upstream/replay/replay-capture.ts';
import { rawRow } from '../../support/raw-row.ts';
import { ROOT } from '../../support/paths.ts';
import { dailyCapture } from '../../support/real-captures.ts';

const bare: Capture = parseCapture([rawRow('a/b')], '2026-03-04.json');
const ordered: Capture = {
  ...bare,
  popularity: { ids: ['a/b'], problem: null },
  categories: { ...bare.categories, legal: { ids: ['a/b'], problem: null } },
};

it('withOrdersOf keeps the orders that a capture has', () => {
  const other: Capture = { ...bare, popularity: { ids: ['c/d'], problem: null } };
  const { popularity, categories } = withOrdersOf(ordered, other);
  expect(popularity).toEqual(['a/b']);
  expect(categories.legal).toEqual(['a/b']);
});

it('withOrdersOf takes missing orders from the other capture, and leaves them empty when neither has them', () => {
  const { rows, capturedAt, popularity, categories } = withOrdersOf(bare, ordered);
  expect(rows).toEqual(bare.rows);
  expect(capturedAt).toBe('2026-03-04T00:00:00.000Z');
  expect(popularity).toEqual(['a/b']);
  expect(categories.legal).toEqual(['a/b']);
  expect(categories.health).toEqual([]);
});

it('readReplayCapture reads the embedded capture by default', async () => {
  const { rows, categories } = await readReplayCapture(null, ROOT);
  expect(rows).toEqual((await readCapture(join(ROOT, EMBEDDED_CAPTURE))).rows);
  expect(Object.keys(categories)).toEqual([...CATEGORY_NAMES]);
});

it('readReplayCapture reads a compressed capture', async () => {
  const { rows, capturedAt } = await readReplayCapture(dailyCapture('2024-11-22'), ROOT);
  expect(rows.length).toBeGreaterThan(100);
  expect(capturedAt).toBe('2024-11-22T00:00:00.000Z');
});
