import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthEnds, monthsOf, quartilesOf } from '../../../src/history/months.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';
import type { Facts } from '../../../src/catalog/facts.ts';
import { historyOf, priced } from '../../support/ledger-history.ts';

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
  const ends = monthEnds(ledger);

  it('gives one entry per month from its last capture, and leaves out months without a capture', () => {
    expect(monthsOf(ends, []).map(({ month, at, listed }) => [month, at.slice(0, 10), listed])).toEqual([
      ['2026-01', '2026-01-31', 2],
      ['2026-04', '2026-04-01', 1],
    ]);
  });

  it('gives no price level for a month in which no model is paid', () => {
    expect(monthsOf(ends, [])[1]).toMatchObject({ input: null, output: null, context: { count: 1 } });
  });
});

describe('monthsOf', () => {
  it('counts added and removed rows, and gives price levels of the last capture without variants and aliases', () => {
    const own = (input: string, context: number): Facts =>
      facts({ ...priced(input), context, created: context, permanentSlug: `p${context}` });
    const history = historyOf(
      captured('2026-01-01', { 'm/a': own('0.000001', 1) }),
      captured('2026-01-30', {
        'm/a': own('0.000001', 1),
        'm/b': own('0.000003', 3),
        'm/b:batch': own('0.0000005', 4),
        'm/f:free': own('0', 5),
      }),
      captured('2026-03-01', { 'm/b': own('0.000003', 3), 'm/c': own('0', 7) }),
    );
    expect(history.months()).toEqual([
      {
        month: '2026-01',
        at: '2026-01-30T00:00:00.000Z',
        listed: 4,
        added: 3,
        gone: 0,
        returned: 0,
        input: { count: 2, lower: 1.5, median: 2, upper: 2.5 },
        output: { count: 2, lower: 1.5, median: 2, upper: 2.5 },
        context: { count: 2, lower: 1.5, median: 2, upper: 2.5, longest: 3 },
      },
      {
        month: '2026-03',
        at: '2026-03-01T00:00:00.000Z',
        listed: 2,
        added: 1,
        gone: 3,
        returned: 0,
        input: { count: 1, lower: 3, median: 3, upper: 3 },
        output: { count: 1, lower: 3, median: 3, upper: 3 },
        context: { count: 2, lower: 4, median: 5, upper: 6, longest: 7 },
      },
    ]);
  });
});

describe('monthsOf: price levels', () => {
  it('leaves models of other outputs out of the levels, because only some captures ask for them', () => {
    const own = (input: string, outputModalities: readonly string[]): Facts =>
      facts({ ...priced(input), outputModalities, created: 1, permanentSlug: input });
    const [month] = historyOf(
      captured('2026-01-01', {
        'm/text': own('0.000001', ['text']),
        'm/embeds': own('0.00000002', ['embeddings']),
        'm/draws': own('0.00001', ['text', 'image']),
      }),
    ).months();
    expect(month?.listed).toBe(3);
    expect(month?.input).toEqual({ count: 1, lower: 1, median: 1, upper: 1 });
  });
});
