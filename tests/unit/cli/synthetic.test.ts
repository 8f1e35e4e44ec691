import { expect, it } from 'vitest';
import { syntheticCapture } from '../../../src/cli/bench/synthetic.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { FROZEN_CAPTURE } from '../../support/paths.ts';

it.each([421, 2_500])('syntheticCapture makes %d valid rows', async (count) => {
  const seed = await readCapture(FROZEN_CAPTURE);
  const synthetic = syntheticCapture(seed, count);
  const { rows, quarantined } = validateRows(synthetic.rows);
  expect(quarantined).toEqual([]);
  expect(rows).toHaveLength(count);
  const listed = new Set(rows.map(({ id }) => id));
  for (const ids of [synthetic.popularity.ids, synthetic.categories.programming.ids]) {
    expect(ids?.length).toBeGreaterThan((count / 421) * 50);
    expect(ids?.filter((id) => !listed.has(id))).toEqual([]);
  }
  for (const { alias_target: target } of rows) if (target) expect(listed).toContain(target.slug);
});
