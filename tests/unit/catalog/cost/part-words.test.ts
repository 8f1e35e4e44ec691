import { describe, expect, it } from 'vitest';
import { costedOf, costOf } from '../../../../src/catalog/cost/cost.ts';
import { costSentences, partWords } from '../../../../src/catalog/cost/part-words.ts';
import { NO_WORKLOAD, type Workload } from '../../../../src/catalog/cost/workload.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';

const chat: Workload = { ...NO_WORKLOAD, inputTokens: 2000, outputTokens: 400, requestsPerMonth: 10_000 };

function costs(sketch: ModelSketch, load: Workload, batch: ModelSketch | null = null) {
  const model = costedOf(aModel('a/m', sketch));
  const cost = costOf(model, load, batch && costedOf(aModel('a/m:batch', batch)));
  if (cost.kind === 'none') throw new Error(cost.reason);
  return { cost, model };
}

const lines = (sketch: ModelSketch, load: Workload): string[] => {
  const { cost, model } = costs(sketch, load);
  return cost.parts.map((part) => {
    const { label, product, amount } = partWords(part, model, load);
    return `${label}: ${product} = ${amount}`;
  });
};

const sentences = (
  sketch: ModelSketch,
  load: Workload,
  batch: ModelSketch | null = null,
  isVariant = false,
) => {
  const { cost, model } = costs(sketch, load, batch);
  return costSentences(cost, model, load, isVariant);
};

const above = (tokens: number) => ({
  when: [{ kind: 'prompt-above' as const, tokens }],
  prices: { input: '0.000004', output: '0.000008' },
});

describe('partWords', () => {
  it('multiply tokens by the price of a million', () => {
    expect(lines({}, chat)).toEqual([
      'Input: 20,000,000 × $1.00 / 1M = $20.00',
      'Output: 4,000,000 × $2.00 / 1M = $8.00',
    ]);
  });

  it('name the price that bills a use without one of its own', () => {
    const load = { ...chat, cachedShare: 0.25, cacheWriteShare: 0.25, thinkingTokens: 100 };
    expect(lines({ parameters: ['reasoning'] }, load)).toEqual([
      'Input: 10,000,000 × $1.00 / 1M = $10.00',
      'Cached input, at the input price: 5,000,000 × $1.00 / 1M = $5.00',
      'Cache write, at the input price: 5,000,000 × $1.00 / 1M = $5.00',
      'Output: 4,000,000 × $2.00 / 1M = $8.00',
      'Thinking, at the output price: 1,000,000 × $2.00 / 1M = $2.00',
    ]);
  });

  it('say that a cache write below the input price is storage on top of it', () => {
    const prices = { input: '0.000001', output: '0.000002', cacheWrite: '0.0000001' };
    expect(lines({ prices }, { ...chat, outputTokens: 0, cacheWriteShare: 1 })).toEqual([
      'Cache write, input price plus storage: 20,000,000 × $1.10 / 1M = $22.00',
    ]);
  });

  it('count searches and requests one by one, and name what is not billed', () => {
    const prices = { input: '0.000001', output: '0.000002', webSearch: '0.01', request: '0.005' };
    expect(lines({ prices }, { ...chat, inputTokens: 0, outputTokens: 0, searches: 2 })).toEqual([
      'Web searches: 20,000 × $0.01 = $200.00',
      'Requests: 10,000 × $0.005 = $50.00',
    ]);
    const embeds = { outputModalities: ['embeddings'], prices: { input: '0.00000002', output: '0' } };
    expect(lines(embeds, { ...chat, outputTokens: 0 })).toEqual(['Input: 20,000,000 × $0.02 / 1M = $0.40']);
  });

  it('have a price with enough digits to give the amount', () => {
    const night = {
      when: [{ kind: 'utc-window' as const, start: 0, end: 480 }],
      prices: { input: '0.0000001' },
    };
    const sketch = { prices: { input: '0.000000333', output: '0.000001' }, tiers: [night] };
    // A third of the day at $0.10, the rest at $0.333.
    expect(lines(sketch, { ...NO_WORKLOAD, inputTokens: 80, requestsPerMonth: 10_000 })).toEqual([
      'Input: 800,000 × $0.2553 / 1M = $0.20',
    ]);
    expect(lines(sketch, { ...NO_WORKLOAD, inputTokens: 100_000, requestsPerMonth: 1_000_000 })).toEqual([
      'Input: 100,000,000,000 × $0.2553333 / 1M = $25,533.33',
    ]);
  });

  it('say that a free model costs nothing', () => {
    expect(lines({ prices: { input: '0', output: '0' } }, chat)[0]).toBe('Input: 20,000,000 × $0 / 1M = $0');
  });
});

describe('costSentences', () => {
  const ROUNDED = 'The amounts are rounded, so their sum differs slightly from the total.';

  it('say once that amounts are rounded, where their sum differs from the total', () => {
    const load = { ...NO_WORKLOAD, inputTokens: 1, outputTokens: 1, requestsPerMonth: 1000 };
    // $0.014 and $0.014 are $0.01 each, and $0.028 in all.
    expect(sentences({ prices: { input: '0.000014', output: '0.000014' } }, load)).toEqual([ROUNDED]);
    expect(sentences({ prices: { input: '0.00001', output: '0.00001' } }, load)).toEqual([]);
  });

  it('say nothing where nothing depends on anything', () => {
    expect(sentences({}, chat)).toEqual([]);
  });

  it('name the tier that applied, and why, at its edge and above it', () => {
    const tiers = [above(2000)];
    expect(sentences({ tiers }, chat)).toEqual([
      'The prices up to 2,000 tokens apply, because a prompt has 2,000 tokens.',
    ]);
    expect(sentences({ tiers }, { ...chat, inputTokens: 2001 })).toEqual([
      'The prices above 2,000 tokens apply, because a prompt has 2,001 tokens.',
    ]);
  });

  it('give the cost at the cheapest and the most expensive time', () => {
    const tiers = [{ ...above(0), when: [{ kind: 'utc-window' as const, start: 0, end: 720 }] }];
    expect(sentences({ tiers }, chat)).toEqual([
      'Prices depend on the time: $28.00 at the cheapest time, $112.00 at the most expensive. The total is the average over the week.',
    ]);
  });

  it('say whose prices a batch workload has', () => {
    const load = { ...chat, isBatch: true };
    expect(sentences({}, load, {})).toEqual(['These are the prices of the batch variant.']);
    expect(sentences({}, load)).toEqual(['No batch variant is listed, so these are the normal prices.']);
    expect(sentences({}, load, null, true)).toEqual([]);
  });

  it('say that thinking is left out of a model that does not reason', () => {
    expect(sentences({}, { ...chat, thinkingTokens: 100 })).toEqual([
      'It does not reason, so thinking tokens are not counted.',
    ]);
  });
});
