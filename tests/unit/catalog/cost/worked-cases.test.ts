import { beforeAll, describe, expect, it } from 'vitest';
import { costedOf, costOf, type CostPart } from '../../../../src/catalog/cost/cost.ts';
import { NO_WORKLOAD, type Workload } from '../../../../src/catalog/cost/workload.ts';
import type { Model } from '../../../../src/catalog/model.ts';
import { frozenModels } from '../../../support/frozen-models.ts';

/**
 * Costs of real rows of the capture of 2026-08-22, worked out by hand. Each line is one kind of use in a
 * month: million tokens × US dollars per million = US dollars; searches × US dollars per search.
 */
interface WorkedCase {
  readonly title: string;
  readonly id: string;
  readonly workload: Partial<Workload>;
  readonly lines: readonly string[];
  readonly total: string;
}

const LUNA = 'openai/gpt-5.6-luna';
const OPUS = 'anthropic/claude-opus-5';
const SONNET = 'anthropic/claude-sonnet-5';
const FLASH = 'google/gemini-3.7-flash';
const QWEN = 'qwen/qwen3.7-flash';

const CASES: readonly WorkedCase[] = [
  {
    title: 'one request of 1,000 tokens in and 500 out',
    id: OPUS,
    workload: { inputTokens: 1000, outputTokens: 500 },
    lines: ['input 0.001 × 5 = 0.005', 'output 0.0005 × 25 = 0.0125'],
    total: '0.0175',
  },
  {
    title: 'a chat with half of the input cached',
    id: LUNA,
    workload: { inputTokens: 2000, outputTokens: 400, cachedShare: 0.5, requestsPerMonth: 10_000 },
    lines: ['input 10 × 0.2 = 2', 'cacheRead 10 × 0.02 = 0.2', 'output 4 × 1.2 = 4.8'],
    total: '7',
  },
  {
    title: 'a coding agent with 70% of the input cached',
    id: LUNA,
    workload: { inputTokens: 30_000, outputTokens: 2000, cachedShare: 0.7, requestsPerMonth: 5000 },
    lines: ['input 45 × 0.2 = 9', 'cacheRead 105 × 0.02 = 2.1', 'output 10 × 1.2 = 12'],
    total: '23.1',
  },
  {
    title: 'the same at the prices of the batch variant',
    id: LUNA,
    workload: {
      inputTokens: 30_000,
      outputTokens: 2000,
      cachedShare: 0.7,
      requestsPerMonth: 5000,
      isBatch: true,
    },
    lines: ['input 45 × 0.1 = 4.5', 'cacheRead 105 × 0.01 = 1.05', 'output 10 × 0.6 = 6'],
    total: '11.55',
  },
  {
    title: 'cache writes of a batch variant without a price for them, as input',
    id: LUNA,
    workload: { inputTokens: 10_000, cacheWriteShare: 0.1, requestsPerMonth: 1000, isBatch: true },
    lines: ['input 9 × 0.1 = 0.9', 'cacheWrite 1 × 0.1 = 0.1 as input'],
    total: '1',
  },
  {
    title: 'a batch workload on a model without a batch variant, at its normal prices',
    id: QWEN,
    workload: { inputTokens: 10_000, outputTokens: 1000, requestsPerMonth: 1000, isBatch: true },
    lines: ['input 10 × 0.03 = 0.3', 'output 1 × 0.13 = 0.13'],
    total: '0.43',
  },
  {
    title: 'a prompt of 272,000 tokens, the last one below the tier',
    id: LUNA,
    workload: { inputTokens: 272_000, requestsPerMonth: 1000 },
    lines: ['input 272 × 0.2 = 54.4'],
    total: '54.4',
  },
  {
    title: 'a prompt of 272,001 tokens, the first one in the tier',
    id: LUNA,
    workload: { inputTokens: 272_001, requestsPerMonth: 1000 },
    lines: ['input 272.001 × 0.4 = 108.8004'],
    total: '108.8004',
  },
  {
    title: 'the middle of three tiers',
    id: QWEN,
    workload: { inputTokens: 100_000, outputTokens: 500, cachedShare: 0.5, requestsPerMonth: 1000 },
    lines: ['input 50 × 0.1 = 5', 'cacheRead 50 × 0.02 = 1', 'output 0.5 × 0.4 = 0.2'],
    total: '6.2',
  },
  {
    title: 'the highest tier, with the whole input written to the cache',
    id: QWEN,
    workload: { inputTokens: 300_000, cacheWriteShare: 1, requestsPerMonth: 1000 },
    lines: ['cacheWrite 300 × 0.25 = 75'],
    total: '75',
  },
  {
    title: 'a tier that the cached tokens count toward',
    id: 'x-ai/grok-4.6',
    workload: { inputTokens: 250_000, outputTokens: 1000, cachedShare: 0.4, requestsPerMonth: 100 },
    lines: ['input 15 × 4 = 60', 'cacheRead 10 × 1 = 10', 'output 0.1 × 12 = 1.2'],
    total: '71.2',
  },
  {
    title: 'a cache write price above the input price, which includes the input',
    id: OPUS,
    workload: {
      inputTokens: 150_000,
      outputTokens: 1000,
      cachedShare: 0.9,
      cacheWriteShare: 0.1,
      requestsPerMonth: 500,
    },
    lines: ['cacheRead 67.5 × 0.5 = 33.75', 'cacheWrite 7.5 × 6.25 = 46.875', 'output 0.5 × 25 = 12.5'],
    total: '93.125',
  },
  {
    title: 'a cache write price below the input price, which comes on top: 0.375 + 0.0208333333333333',
    id: FLASH,
    workload: { inputTokens: 10_000, cacheWriteShare: 0.5, requestsPerMonth: 1000 },
    lines: ['input 5 × 0.375 = 1.875', 'cacheWrite 5 × 0.3958333333333333 = 1.9791666666666665'],
    total: '3.8541666666666665',
  },
  {
    title: 'the whole input read from the cache',
    id: SONNET,
    workload: { inputTokens: 10_000, cachedShare: 1, requestsPerMonth: 1000 },
    lines: ['cacheRead 10 × 0.2 = 2'],
    total: '2',
  },
  {
    title: 'a cache write share that is cut, because 80% is cached',
    id: SONNET,
    workload: { inputTokens: 10_000, cachedShare: 0.8, cacheWriteShare: 0.5, requestsPerMonth: 1000 },
    lines: ['cacheRead 8 × 0.2 = 1.6', 'cacheWrite 2 × 2.5 = 5'],
    total: '6.6',
  },
  {
    title: 'cached input without a price of its own, as input',
    id: 'openai/gpt-3.5-turbo',
    workload: { inputTokens: 4000, outputTokens: 100, cachedShare: 0.25, requestsPerMonth: 1000 },
    lines: ['input 3 × 0.5 = 1.5', 'cacheRead 1 × 0.5 = 0.5 as input', 'output 0.1 × 1.5 = 0.15'],
    total: '2.15',
  },
  {
    title: 'thinking tokens at their own price',
    id: FLASH,
    workload: { outputTokens: 500, thinkingTokens: 1500, requestsPerMonth: 1000 },
    lines: ['output 0.5 × 1.875 = 0.9375', 'reasoning 1.5 × 1.875 = 2.8125'],
    total: '3.75',
  },
  {
    title: 'thinking tokens without a price of their own, as output',
    id: OPUS,
    workload: { inputTokens: 1000, outputTokens: 500, thinkingTokens: 1500, requestsPerMonth: 100 },
    lines: ['input 0.1 × 5 = 0.5', 'output 0.05 × 25 = 1.25', 'reasoning 0.15 × 25 = 3.75 as output'],
    total: '5.5',
  },
  {
    title: 'no thinking tokens, because the model has no reasoning',
    id: 'openai/gpt-4o',
    workload: { inputTokens: 1000, outputTokens: 500, thinkingTokens: 20_000, requestsPerMonth: 1000 },
    lines: ['input 1 × 2.5 = 2.5', 'output 0.5 × 10 = 5'],
    total: '7.5',
  },
  {
    title: 'two web searches per request',
    id: OPUS,
    workload: { inputTokens: 1000, searches: 2, requestsPerMonth: 100 },
    lines: ['input 0.1 × 5 = 0.5', 'webSearch 200 × 0.01 = 2'],
    total: '2.5',
  },
  {
    title: 'a price of 0.22 in 17 hours of the day and 0.44 in 7: (17 × 0.22 + 7 × 0.44) ÷ 24 a million',
    id: 'deepseek/deepseek-v4-flash-vision-exp',
    workload: { inputTokens: 24_000, requestsPerMonth: 1000 },
    lines: ['input 24 × 0.284166666666666666666666666667 = 6.82'],
    total: '6.82',
  },
  {
    title: 'a free variant',
    id: 'liquid/lfm-2.5-2.6b:free',
    workload: { inputTokens: 1000, outputTokens: 500, requestsPerMonth: 1000 },
    lines: ['input 1 × 0 = 0', 'output 0.5 × 0 = 0'],
    total: '0',
  },
];

describe('costOf, on real rows worked out by hand', () => {
  let models: ReadonlyMap<string, Model>;

  beforeAll(async () => {
    models = new Map((await frozenModels()).map((model) => [model.id, model]));
  });

  it.each(CASES)('prices $title', ({ id, workload, lines, total }) => {
    const cost = costOfRow(id, workload);
    if (cost.kind === 'none') throw new Error(cost.reason);
    expect(cost.parts.map(lineOf)).toEqual(lines);
    expect(cost.usd).toBe(total);
  });

  it('says which tier applied', () => {
    expect(costOfRow(QWEN, { inputTokens: 32_000 })).toMatchObject({ tierAbove: null });
    expect(costOfRow(QWEN, { inputTokens: 32_001 })).toMatchObject({ tierAbove: 32_000 });
    expect(costOfRow(QWEN, { inputTokens: 256_001 })).toMatchObject({ tierAbove: 256_000 });
  });

  it('says whether the prices are those of a batch variant', () => {
    expect(costOfRow(LUNA, { inputTokens: 1, isBatch: true })).toMatchObject({ isBatch: true });
    expect(costOfRow(QWEN, { inputTokens: 1, isBatch: true })).toMatchObject({ isBatch: false });
    expect(costOfRow(LUNA, { inputTokens: 1 })).toMatchObject({ isBatch: false });
  });

  it('gives the lowest and the highest cost of prices that depend on the time', () => {
    expect(
      costOfRow('deepseek/deepseek-v4-flash-vision-exp', { inputTokens: 24_000, requestsPerMonth: 1000 }),
    ).toMatchObject({ range: { lowest: '5.28', highest: '10.56' } });
    expect(costOfRow(LUNA, { inputTokens: 24_000 })).toMatchObject({ range: null });
  });

  it.each([
    ['openrouter/auto', { inputTokens: 1 }, 'The price depends on the model that answers.'],
    [
      'anthropic/claude-haiku-4.5',
      { inputTokens: 190_000, outputTokens: 6000, thinkingTokens: 4001 },
      'A request needs 200,001 tokens, and the context is 200,000.',
    ],
    [
      'openai/gpt-3.5-turbo',
      { outputTokens: 4097 },
      'An answer needs 4,097 tokens, and the max output is 4,096.',
    ],
    ['openai/gpt-4o', { searches: 1 }, 'OpenRouter lists no price for a web search by this model.'],
  ])('gives %s with %o no cost, with the reason', (id, workload, reason) => {
    expect(costOfRow(id, workload)).toEqual({ kind: 'none', reason });
  });

  it('counts requests without tokens as free where there is no fee per request', () => {
    expect(costOfRow(OPUS, { requestsPerMonth: 10 })).toMatchObject({ kind: 'cost', usd: '0', parts: [] });
  });

  function costOfRow(id: string, workload: Partial<Workload>) {
    const model = models.get(id);
    const batch = models.get(`${id}:batch`);
    if (model === undefined) throw new Error(`${id} is not in the capture.`);
    return costOf(costedOf(model), { ...NO_WORKLOAD, ...workload }, batch ? costedOf(batch) : null);
  }
});

function lineOf({ use, quantity, price, usd, billedAs }: CostPart): string {
  const amount = use === 'webSearch' ? quantity : String(Number(quantity) / 1e6);
  return `${use} ${amount} × ${price} = ${usd}${billedAs === use ? '' : ` as ${billedAs ?? 'nothing'}`}`;
}
