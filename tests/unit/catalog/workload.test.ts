import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, decimalOf, parseDecimal } from '../../../src/catalog/decimal.ts';
import { costOf, type Workload } from '../../../src/catalog/workload.ts';
import { aModel } from '../../support/a-model.ts';

const work = (sketch: Partial<Workload> = {}): Workload => ({
  inputTokens: 1000,
  outputTokens: 500,
  cachedShare: 0,
  requestsPerMonth: 1,
  ...sketch,
});
const prices = { input: '0.000001', output: '0.000004' };
const perMonth = (...args: Parameters<typeof costOf>) => {
  const cost = costOf(...args);
  return cost.kind === 'cost' ? cost.perMonth : cost.reason;
};

describe('costOf', () => {
  it('is exact for prices of any length', () => {
    const model = aModel('a/m', { prices: { input: '0.00000080267549538462', output: '0' } });
    expect(perMonth(model, work({ inputTokens: 3, outputTokens: 0, requestsPerMonth: 7 }))).toBe(
      '0.00001685618540307702',
    );
  });

  it('adds input and output and multiplies by the requests', () => {
    expect(costOf(aModel('a/m', { prices }), work({ requestsPerMonth: 1000 }))).toEqual({
      kind: 'cost',
      perRequest: '0.003',
      perMonth: '3',
    });
  });

  it('bills the cached share at the cache-read price, or at the input price without one', () => {
    const half = work({ outputTokens: 0, cachedShare: 0.5 });
    expect(perMonth(aModel('a/m', { prices: { ...prices, cacheRead: '0.0000001' } }), half)).toBe('0.00055');
    expect(perMonth(aModel('a/m', { prices }), half)).toBe('0.001');
  });

  it('adds the fee for each request', () => {
    expect(
      perMonth(aModel('a/m', { prices: { ...prices, request: '0.005' } }), work({ requestsPerMonth: 2 })),
    ).toBe('0.016');
  });

  it('uses the tier of the prompt length, cached tokens included', () => {
    const model = aModel('a/m', {
      prices,
      tiers: [{ when: [{ kind: 'prompt-above', tokens: 1000 }], prices: { input: '0.000002' } }],
    });
    expect(perMonth(model, work({ outputTokens: 0 }))).toBe('0.001');
    expect(perMonth(model, work({ outputTokens: 0, inputTokens: 1001, cachedShare: 0.9 }))).toBe('0.002002');
  });

  it('uses the tier of the time when one is given', () => {
    const model = aModel('a/m', {
      prices,
      tiers: [{ when: [{ kind: 'utc-window', start: 0, end: 60 }], prices: { input: '0' } }],
    });
    expect(perMonth(model, work({ outputTokens: 0 }))).toBe('0.001');
    expect(perMonth(model, work({ outputTokens: 0 }), { minutes: 30, day: 'monday' })).toBe('0');
  });

  it('is zero for a free model', () => {
    expect(perMonth(aModel('a/m', { prices: { input: '0', output: '0' } }), work())).toBe('0');
  });

  it('gives the reason when there is no cost', () => {
    expect(perMonth(aModel('a/m', { prices: { input: '-1', output: '-1' } }), work())).toBe(
      'Its price depends on the model that answers.',
    );
    expect(perMonth(aModel('a/m', { prices: {} }), work())).toBe('OpenRouter gives no price for this.');
    expect(perMonth(aModel('a/m', { prices, context: 1499 }), work())).toBe(
      'A request needs 1,500 tokens, and its context holds 1,499.',
    );
    expect(perMonth(aModel('a/m', { prices, maxOutput: 499 }), work())).toBe(
      'Its answers have at most 499 tokens.',
    );
  });

  it('needs no price for a part that the workload lacks', () => {
    expect(perMonth(aModel('a/m', { prices: { input: '0.000001' } }), work({ outputTokens: 0 }))).toBe(
      '0.001',
    );
  });

  it('ignores limits that are not stated', () => {
    expect(perMonth(aModel('a/m', { prices, context: null, maxOutput: 0 }), work())).toBe('0.003');
    expect(perMonth(aModel('a/m', { prices, context: 0 }), work())).toBe('0.003');
  });

  it('grows by the same amount with every request', () => {
    const amounts = fc.bigInt(1n, 10n ** 18n).map((n) => `0.${String(n).padStart(20, '0')}`);
    const workloads = fc.record({
      inputTokens: fc.integer({ min: 0, max: 50_000 }),
      outputTokens: fc.integer({ min: 0, max: 50_000 }),
      cachedShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      requestsPerMonth: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(amounts, amounts, amounts, workloads, (input, output, cacheRead, load) => {
        const model = aModel('a/m', { prices: { input, output, cacheRead } });
        const more = { ...load, requestsPerMonth: load.requestsPerMonth + 1 };
        const [one, two] = [costOf(model, load), costOf(model, more)];
        if (one.kind === 'none' || two.kind === 'none') throw new Error('there is no figure');
        expect(two.perMonth).toBe(addDecimals(one.perMonth, one.perRequest));
      }),
    );
  });

  it('splits the input into cached and uncached without a loss', () => {
    const same = aModel('a/m', { prices: { ...prices, cacheRead: prices.input } });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (inputTokens, share) => {
          const cachedShare = Number(share.toFixed(3));
          const load = work({ inputTokens, cachedShare, outputTokens: 0 });
          expect(perMonth(same, load)).toBe(parseDecimal(`${inputTokens}e-6`) ?? decimalOf(0));
        },
      ),
    );
  });
});
