import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMBEDDED_CAPTURE } from '../../../src/files/data-paths.ts';
import { captureText, factsOnly, readCapture } from '../../../src/upstream/capture.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, ROOT, SHARED_CAPTURES } from '../../support/paths.ts';
import { dailyCaptures, hasSharedCaptures } from '../../support/real-captures.ts';

const WIDE_SOURCE = join(SHARED_CAPTURES, 'all-outputs/2026-08-05T0319Z.json.gz');
const WIDE_SOURCE_IN_FULL = join(SHARED_CAPTURES, 'more/2026-08-05-all-outputs.json');

describe.each<string[]>([
  ['embedded', join(ROOT, EMBEDDED_CAPTURE)],
  ['frozen', FROZEN_CAPTURE],
  ['frozen wide', FROZEN_WIDE_CAPTURE],
  ...dailyCaptures().map(({ name, path }) => [`daily ${name}`, path]),
])('the %s capture', (_, path = '') => {
  it('has only valid rows with facts, and orders of listed models', async () => {
    const capture = await readCapture(path);
    const { rows, quarantined } = validateRows(capture.rows);
    expect(quarantined).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => 'description' in row || 'benchmarks' in row)).toEqual([]);
    const listed = new Set(rows.map(({ id }) => id));
    for (const { ids } of [capture.popularity, ...Object.values(capture.categories)]) {
      expect(ids?.filter((id) => !listed.has(id)) ?? []).toEqual([]);
      expect(new Set(ids).size).toBe(ids?.length ?? 0);
    }
  });

  it('has a note on its category order only when the order is a stand-in', async () => {
    const { categoriesOrigin, categoriesNote } = await readCapture(path);
    expect(categoriesOrigin === 'stand-in').toBe(categoriesNote !== null);
  });
});

it('the frozen capture holds every order and nothing unknown', async () => {
  const capture = await readCapture(FROZEN_CAPTURE);
  expect(validateRows(capture.rows).unknown).toEqual([]);
  const orders = [capture.popularity, ...Object.values(capture.categories)];
  expect(orders.filter(({ ids }) => ids === null || ids.length === 0)).toEqual([]);
});

it('the frozen wide capture holds every output and nothing unknown', async () => {
  const capture = await readCapture(FROZEN_WIDE_CAPTURE);
  expect(capture).toMatchObject({ scope: 'all', totalCount: 457, rows: { length: 457 } });
  const { rows, unknown } = validateRows(capture.rows);
  expect(unknown).toEqual([]);
  const outputs = rows.map(({ architecture }) => architecture?.output_modalities?.toSorted().join('+'));
  expect(
    Object.fromEntries([...Map.groupBy(outputs, (name) => name)].map(([name, all]) => [name, all.length])),
  ).toEqual({
    text: 323,
    embeddings: 31,
    image: 29,
    video: 21,
    speech: 19,
    transcription: 13,
    'image+text': 11,
    rerank: 6,
    'audio+text': 4,
  });
});

it.skipIf(!hasSharedCaptures)(
  'the frozen wide capture equals the real answer without descriptions and benchmarks',
  async () => {
    const frozen = captureText(await readCapture(FROZEN_WIDE_CAPTURE));
    expect(captureText(await readCapture(WIDE_SOURCE)) === frozen).toBe(true);
    const { capturedAt } = await readCapture(WIDE_SOURCE);
    const inFull = factsOnly(await readCapture(WIDE_SOURCE_IN_FULL));
    expect(captureText({ ...inFull, capturedAt }) === frozen).toBe(true);
  },
);

it.skipIf(!hasSharedCaptures)('the daily captures equal the real ones', async () => {
  for (const { name, path } of dailyCaptures()) {
    const source = await readCapture(join(SHARED_CAPTURES, 'daily', name));
    expect(captureText(await readCapture(path)) === captureText(source), name).toBe(true);
  }
});
