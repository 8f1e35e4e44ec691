import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD } from '../../../../src/catalog/cost/workload.ts';
import type { Facts } from '../../../../src/catalog/facts.ts';
import type { Workload } from '../../../../src/catalog/cost/workload.ts';
import type { ModelHistory } from '../../../../src/history/model-history.ts';
import type { ModelRecord } from '../../../../src/outputs/record/record.ts';
import { pathOf } from '../../../../src/ui/model-cost/client/month-chart.ts';
import { monthCosts, sinceFirstWords, spansOf } from '../../../../src/ui/model-cost/client/month-costs.ts';
import { aModel } from '../../../support/a-model.ts';
import { aRecord } from '../../../support/a-record.ts';
import { captured, facts } from '../../../support/ledger.ts';
import { daily, historyOf } from '../../../support/ledger-history.ts';

const load = { ...NO_WORKLOAD, inputTokens: 1000, requestsPerMonth: 1000 };

/** A record with the input price at the end of each month, in dollars per million. */
function recordOf(months: Readonly<Record<string, string>>, context = 10_000): ModelRecord {
  const steps = Object.values(months).map((usd) => ({
    prices: {
      input: { kind: 'amount', usd, unit: 'million tokens' },
      output: { kind: 'amount', usd, unit: 'million tokens' },
    },
    tiers: [],
    context,
    max_output: null,
  }));
  return {
    features: [],
    output_modalities: ['text'],
    history: {
      steps,
      month_ends: Object.keys(months).map((month, step) => ({
        month,
        at: `${month}-28T00:00:00.000Z`,
        step,
      })),
    },
  } as unknown as ModelRecord;
}

const usd = (record: ModelRecord, batch: ModelRecord | null = null, isBatch = false) =>
  monthCosts(record, { ...load, isBatch }, batch).map(({ month, cost }) => [
    month,
    cost.kind === 'cost' ? cost.usd : cost.reason,
  ]);

describe('monthCosts', () => {
  it('prices a workload at the end of each month since September 2024', () => {
    const record = recordOf({ '2024-08': '9', '2024-09': '4', '2024-10': '2' });
    expect(usd(record)).toEqual([
      ['2024-09', '4'],
      ['2024-10', '2'],
    ]);
  });

  it('takes batch prices in the months in which the variant was listed', () => {
    const [record, batch] = [recordOf({ '2025-01': '4', '2025-02': '4' }), recordOf({ '2025-02': '2' })];
    expect(usd(record, batch, true)).toEqual([
      ['2025-01', '4'],
      ['2025-02', '2'],
    ]);
    expect(usd(record, batch, false)[1]).toEqual(['2025-02', '4']);
  });

  it('marks the normal prices of a batch workload in months before the batch variant was listed', () => {
    const [record, batch] = [recordOf({ '2025-01': '4', '2025-02': '4' }), recordOf({ '2025-02': '4' })];
    const months = monthCosts(record, { ...load, isBatch: true }, batch);
    expect(months.map(({ isBeforeBatch }) => isBeforeBatch)).toEqual([true, false]);
    expect(spansOf(months).map(({ from, isBeforeBatch }) => [from, isBeforeBatch])).toEqual([
      ['2025-01', true],
      ['2025-02', false],
    ]);
    // Without a listed batch variant, all prices are normal, and the page says so beside the cost.
    expect(monthCosts(record, { ...load, isBatch: true })[0]?.isBeforeBatch).toBe(false);
  });

  it('says why there is no cost in a month, and is empty without records', () => {
    expect(usd(recordOf({ '2025-01': '4' }, 500))[0]?.[1]).toBe(
      'A request needs 1,000 tokens, and the context is 500.',
    );
    expect(usd({ ...recordOf({}), history: null })).toEqual([]);
  });
});

describe('monthCosts before prices were recorded', () => {
  const LONG = [{ when: [{ kind: 'prompt-above', tokens: 5000 } as const], prices: { input: '0.000002' } }];
  const NIGHT = [
    { when: [{ kind: 'utc-window', start: 0, end: 360 } as const], prices: { input: '0.0000005' } },
  ];
  const plain = { context: 100_000, prices: { input: '0.000001', output: '0.000001' } };
  const monthEnds = [10, 15].map((day) => `2026-01-${day}T00:00:00.000Z`);
  const costs = (known: ModelHistory | null, over: Partial<Workload>) =>
    monthCosts(aRecord(aModel('maker/a'), { history: known, monthEnds }), { ...load, ...over }).map(
      ({ cost }) => (cost.kind === 'cost' ? cost.usd : cost.reason),
    );
  const tiered = (tiers: Facts['tiers']) =>
    daily({ 1: plain, 15: { ...plain, ...(tiers && { tiers }) } }).historyOf('maker/a');

  it('has no cost for a prompt above a threshold that was recorded later', () => {
    expect(costs(tiered(LONG), { inputTokens: 5001 })).toEqual([
      'Prices for long prompts were not recorded before Jan 15, 2026.',
      '10.002',
    ]);
  });

  it('has the base price for a prompt up to every threshold that was recorded later', () => {
    expect(costs(tiered(LONG), { inputTokens: 5000 })).toEqual(['5', '5']);
  });

  it('has the base price where the tiers set no price that the workload uses', () => {
    expect(costs(tiered(LONG), { inputTokens: 5001, cachedShare: 1, outputTokens: 0 })[0]).toContain('long');
    const cacheOnly = tiered([
      { when: [{ kind: 'prompt-above', tokens: 5000 }], prices: { cacheRead: '0.0000001' } },
    ]);
    expect(costs(cacheOnly, { inputTokens: 6000 })).toEqual(['6', '6']);
  });

  it('has no cost before prices by the time of day were recorded', () => {
    expect(costs(tiered(NIGHT), {})[0]).toBe(
      'Prices that depend on the time were not recorded before Jan 15, 2026.',
    );
  });

  it('has a cost before tiers that are a change, because upstream sent tiers of other models already', () => {
    const history = historyOf(
      captured('2026-01-01', { 'maker/a': facts(plain), 'maker/b': facts({ tiers: LONG }) }),
      captured('2026-01-15', {
        'maker/a': facts({ ...plain, tiers: LONG }),
        'maker/b': facts({ tiers: LONG }),
      }),
    );
    expect(costs(history.historyOf('maker/a'), { inputTokens: 6000 })).toEqual(['6', '12']);
  });

  it('has no cost before a model returned with tiers that upstream began to send in its absence', () => {
    const history = historyOf(
      captured('2026-01-01', { 'maker/a': facts(plain), 'maker/b': facts() }),
      captured('2026-01-11', { 'maker/b': facts({ tiers: LONG }) }),
      captured('2026-01-15', {
        'maker/a': facts({ ...plain, tiers: LONG }),
        'maker/b': facts({ tiers: LONG }),
      }),
    );
    expect(costs(history.historyOf('maker/a'), { inputTokens: 6000 })[0]).toContain('Jan 15, 2026');
  });

  it('has no cost before a price that the workload uses was recorded', () => {
    const cached = daily({
      1: plain,
      15: { ...plain, prices: { ...plain.prices, cacheRead: '0.0000001' } },
    }).historyOf('maker/a');
    expect(costs(cached, { cachedShare: 0.5 })).toEqual([
      'The price of cached input was not recorded before Jan 15, 2026.',
      '0.55',
    ]);
    expect(costs(cached, {})).toEqual(['1', '1']);
  });

  it('gives no difference across the day on which the tiers were recorded', () => {
    const record = aRecord(aModel('maker/a'), { history: tiered(LONG), monthEnds });
    expect(sinceFirstWords(monthCosts(record, { ...load, inputTokens: 6000 }))).toBe('');
    expect(sinceFirstWords(monthCosts(record, load))).toBe('The same as in January 2026.');
  });
});

describe('spansOf', () => {
  it('joins months in a row with the same cost', () => {
    const months = monthCosts(
      recordOf({ '2024-11': '4', '2024-12': '4', '2025-01': '4', '2025-03': '4', '2025-04': '2' }),
      load,
    );
    expect(spansOf(months).map(({ from, to, usd: amount }) => [from, to, amount])).toEqual([
      ['2024-11', '2025-01', '4'],
      ['2025-03', '2025-03', '4'],
      ['2025-04', '2025-04', '2'],
    ]);
  });
});

describe('sinceFirstWords', () => {
  it.each([
    [{ '2025-01': '4', '2025-02': '1' }, '75% cheaper than in January 2025, when it would have cost $4.00.'],
    [
      { '2025-01': '1', '2025-02': '4' },
      '4 times as expensive as in January 2025, when it would have cost $1.00.',
    ],
    [{ '2025-01': '4', '2025-02': '4' }, 'The same as in January 2025.'],
    [{ '2025-01': '4' }, ''],
    [{}, ''],
  ])('compare the last month of %j with the first', (months, words) => {
    expect(sinceFirstWords(monthCosts(recordOf(months as Readonly<Record<string, string>>), load))).toBe(
      words,
    );
  });
});

describe('sinceFirstWords of batch prices', () => {
  const record = recordOf({ '2025-01': '4', '2025-02': '4', '2025-03': '4' });
  const words = (batch: Readonly<Record<string, string>>) =>
    sinceFirstWords(monthCosts(record, { ...load, isBatch: true }, recordOf(batch)));

  it('are empty where the only earlier cost is at normal prices', () => {
    expect(words({ '2025-03': '2' })).toBe('');
  });

  it('compare batch prices with the first batch prices', () => {
    expect(words({ '2025-02': '2', '2025-03': '1' })).toBe(
      '50% cheaper than in February 2025, when it would have cost $2.00.',
    );
  });
});

describe('pathOf', () => {
  it('begins a new line with batch prices', () => {
    const months = monthCosts(
      recordOf({ '2025-01': '4', '2025-02': '4' }),
      { ...load, isBatch: true },
      recordOf({ '2025-02': '2' }),
    );
    expect(pathOf(months, (value) => 100 - 10 * value)).toBe('M64 60H228M228 80H392');
  });

  it('draws a step for each month, and a gap for months without a cost', () => {
    const months = monthCosts(recordOf({ '2025-01': '4', '2025-02': '2', '2025-04': '2' }), load);
    // Four months from 64 to 392, 82 wide each.
    expect(pathOf(months, (value) => 100 - 10 * value)).toBe('M64 60H146V80H228M310 80H392');
  });
});
