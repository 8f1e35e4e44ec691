import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOf, quartilesOf } from '../../../src/history/months.ts';
import { readTracks } from '../../../src/history/tracks.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

describe('quartilesOf', () => {
  it.each([
    [[7], { count: 1, lower: 7, median: 7, upper: 7 }],
    [[2, 1], { count: 2, lower: 1.25, median: 1.5, upper: 1.75 }],
    [[4, 2, 1, 3, 5], { count: 5, lower: 2, median: 3, upper: 4 }],
  ])('interpolates the quartiles of %j', (values, quartiles) => {
    expect(quartilesOf(values)).toEqual(quartiles);
  });

  it('is null for an empty list', () => {
    expect(quartilesOf([])).toBeNull();
  });

  it('orders the quartiles between the smallest and the largest of any values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const { lower = 0, median = 0, upper = 0 } = quartilesOf(list) ?? {};
        const all = [Math.min(...list), lower, median, upper, Math.max(...list)];
        expect(all).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('monthsOf', () => {
  const ledger = ledgerOf(
    captured('2026-01-30', { 'm/a': facts() }),
    captured('2026-01-31', { 'm/a': facts(), 'm/b': facts({ created: 1, permanentSlug: 'b' }) }),
    captured('2026-04-01', { 'm/a': facts({ prices: { input: '0', output: '0' } }) }),
  );
  const { monthEnds } = readTracks(ledger.blocks);

  it('gives one entry per month from its last capture, and leaves out months without a capture', () => {
    expect(monthsOf(monthEnds, []).map(({ month, at, listed }) => [month, at.slice(0, 10), listed])).toEqual([
      ['2026-01', '2026-01-31', 2],
      ['2026-04', '2026-04-01', 1],
    ]);
  });

  it('gives no price level for a month in which no model is paid', () => {
    expect(monthsOf(monthEnds, [])[1]).toMatchObject({ input: null, output: null, context: { count: 1 } });
  });
});
