import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costedOf, costOf, type Cost } from '../../../../src/catalog/cost/cost.ts';
import { NO_WORKLOAD, type Workload } from '../../../../src/catalog/cost/workload.ts';
import { addDecimals, compareDecimals, type Decimal } from '../../../../src/catalog/decimal.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';

const work = (sketch: Partial<Workload> = {}): Workload => ({
  ...NO_WORKLOAD,
  inputTokens: 1000,
  outputTokens: 500,
  ...sketch,
});

const cost = (sketch: ModelSketch, workload: Workload, batch?: ModelSketch): Cost =>
  costOf(costedOf(aModel('a/m', sketch)), workload, batch ? costedOf(aModel('a/m:batch', batch)) : null);

const usd = (...args: Parameters<typeof cost>): string => {
  const answer = cost(...args);
  return answer.kind === 'cost' ? answer.usd : answer.reason;
};

const prices = { input: '0.000001', output: '0.000004' };
const reasoning = { parameters: ['reasoning'] };
const window = (start: number, end: number, input: string) => ({
  when: [{ kind: 'utc-window' as const, start, end }],
  prices: { input },
});

describe('costOf', () => {
  it('is exact for prices of any length', () => {
    const sketch = { prices: { input: '0.00000080267549538462', output: '0' } };
    expect(usd(sketch, work({ inputTokens: 3, outputTokens: 0, requestsPerMonth: 7 }))).toBe(
      '0.00001685618540307702',
    );
  });

  it('adds the fee for each request', () => {
    const sketch = { prices: { ...prices, request: '0.005' } };
    expect(usd(sketch, work({ requestsPerMonth: 2 }))).toBe('0.016');
    expect(usd(sketch, work({ inputTokens: 0, outputTokens: 0 }))).toBe('0.005');
  });

  it('prices absent keys of a tier as the base does', () => {
    const sketch = {
      prices: { ...prices, cacheRead: '0.0000001' },
      tiers: [{ when: [{ kind: 'prompt-above' as const, tokens: 1000 }], prices: { input: '0.000002' } }],
    };
    const load = work({ inputTokens: 2000, outputTokens: 1000, cachedShare: 0.5 });
    expect(usd(sketch, load)).toBe('0.0061');
  });

  it('prices audio-only answers when no answer in tokens is asked for', () => {
    const sketch = { prices, outputModalities: ['audio'] };
    expect(usd(sketch, work({ outputTokens: 0 }))).toBe('0.001');
    expect(usd(sketch, work())).toBe('It gives no text, so an answer in tokens has no price.');
  });

  it('names the price that is not known, or whose unit is not stated', () => {
    expect(usd({ prices: { input: '0.000001' } }, work())).toBe(
      'The output price is not known. OpenRouter gives no price for this.',
    );
    expect(usd({ prices: { input: '0.000001' } }, work({ outputTokens: 0 }))).toBe('0.001');
    expect(
      usd({ prices: { input: '5', output: '0' }, outputModalities: ['speech'] }, work({ outputTokens: 0 })),
    ).toBe('The unit of the input price is not stated.');
  });

  it('ignores limits that are not stated', () => {
    expect(usd({ prices, context: null, maxOutput: 0 }, work())).toBe('0.003');
    expect(usd({ prices, context: 0 }, work())).toBe('0.003');
  });

  it('averages a time window that wraps midnight over the day', () => {
    const sketch = { prices, tiers: [window(22 * 60, 2 * 60, '0.000007')] };
    // 4 of 24 hours at 7, and 20 at 1: 48 ÷ 24.
    expect(cost(sketch, work({ outputTokens: 0 }))).toMatchObject({
      usd: '0.002',
      range: { lowest: '0.001', highest: '0.007' },
    });
  });

  it('averages a price of some weekdays over the week', () => {
    const days = { when: [{ kind: 'utc-days' as const, days: ['saturday', 'sunday'] }] };
    const sketch = { prices, tiers: [{ ...days, prices: { input: '0.0000045' } }] };
    // 2 of 7 days at 4.5, and 5 at 1: 14 ÷ 7.
    expect(usd(sketch, work({ outputTokens: 0 }))).toBe('0.002');
  });

  it('has no range where the workload costs the same at all times', () => {
    const sketch = { prices, tiers: [window(0, 60, '0.000001')] };
    expect(cost(sketch, work())).toMatchObject({ usd: '0.003', range: null });
  });

  it('gives no cost where a price of one time of the week is not a number', () => {
    const sketch = { prices, tiers: [window(0, 60, '-1')] };
    expect(usd(sketch, work())).toBe('The price depends on the model that answers.');
  });

  it('uses the tiers of a batch variant, and only for a batch workload', () => {
    const batch = {
      prices: { input: '0.0000005', output: '0.000002' },
      tiers: [{ when: [{ kind: 'prompt-above' as const, tokens: 999 }], prices: { input: '0.0000006' } }],
    };
    expect(usd({ prices }, work({ isBatch: true }), batch)).toBe('0.0016');
    expect(usd({ prices }, work(), batch)).toBe('0.003');
    expect(usd({ prices }, work({ isBatch: true }))).toBe('0.003');
  });
});

describe('costOf, for any prices and workloads', () => {
  const amounts = fc.bigInt(1n, 10n ** 18n).map((n) => `0.${String(n).padStart(20, '0')}`);
  const shares = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  const workloads = fc.record({
    inputTokens: fc.integer({ min: 0, max: 50_000 }),
    outputTokens: fc.integer({ min: 0, max: 20_000 }),
    thinkingTokens: fc.integer({ min: 0, max: 20_000 }),
    cachedShare: shares,
    cacheWriteShare: shares,
    searches: fc.integer({ min: 0, max: 5 }),
    requestsPerMonth: fc.integer({ min: 0, max: 1_000_000 }),
    isBatch: fc.constant(false),
  });
  const sketches = fc
    .record(
      {
        input: amounts,
        output: amounts,
        webSearch: amounts,
        cacheRead: amounts,
        cacheWrite: amounts,
        reasoning: amounts,
        request: amounts,
      },
      { requiredKeys: ['input', 'output', 'webSearch'] },
    )
    .map((given) => ({ prices: given, ...reasoning }));

  it('adds up to the parts', () => {
    fc.assert(
      fc.property(sketches, workloads, (sketch, load) => {
        const answer = figure(cost(sketch, load));
        expect(answer.usd).toBe(answer.parts.reduce<string>((sum, part) => add(sum, part.usd), '0'));
      }),
    );
  });

  it.each(['inputTokens', 'outputTokens', 'thinkingTokens', 'searches', 'requestsPerMonth'] as const)(
    'never costs less with more %s',
    (key) => {
      fc.assert(
        fc.property(sketches, workloads, fc.integer({ min: 1, max: 1000 }), (sketch, load, more) => {
          const [less, greater] = [
            figure(cost(sketch, load)),
            figure(cost(sketch, { ...load, [key]: load[key] + more })),
          ];
          expect(compareDecimals(greater.usd, less.usd)).toBeGreaterThanOrEqual(0);
        }),
      );
    },
  );

  it('splits the input without a loss when all of it has the same price', () => {
    const inputs = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(amounts, inputs, shares, shares, (input, inputTokens, cachedShare, cacheWriteShare) => {
        const sketch = { prices: { input, output: '0', cacheRead: input, cacheWrite: input } };
        const load = work({ inputTokens, outputTokens: 0, cachedShare, cacheWriteShare });
        expect(usd(sketch, load)).toBe(
          usd(sketch, work({ inputTokens, outputTokens: 0, cachedShare: 0, cacheWriteShare: 0 })),
        );
      }),
    );
  });

  it('costs the same on both sides of a tier threshold that sets the same prices', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 50_000 }), (input, tokens) => {
        const tiers = [{ when: [{ kind: 'prompt-above' as const, tokens }], prices: { input } }];
        const load = work({ inputTokens: tokens + 1, outputTokens: 0 });
        expect(usd({ prices: { input, output: '0' }, tiers }, load)).toBe(
          usd({ prices: { input, output: '0' } }, load),
        );
      }),
    );
  });

  function figure(answer: Cost): Extract<Cost, { kind: 'cost' }> {
    if (answer.kind === 'none') throw new Error(answer.reason);
    return answer;
  }

  function add(a: string, b: string): string {
    return addDecimals(a as Decimal, b as Decimal);
  }
});
