import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD } from '../../../../src/catalog/cost/workload.ts';
import type { ModelRecord } from '../../../../src/outputs/record/record.ts';
import { pathOf } from '../../../../src/ui/model-cost/client/month-chart.ts';
import { monthCosts, sinceFirstWords, spansOf } from '../../../../src/ui/model-cost/client/month-costs.ts';

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
    history: { steps, month_ends: Object.keys(months).map((month, step) => ({ month, step })) },
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

  it('says why there is no cost in a month, and is empty without records', () => {
    expect(usd(recordOf({ '2025-01': '4' }, 500))[0]?.[1]).toBe(
      'A request needs 1,000 tokens, and the context is 500.',
    );
    expect(usd({ ...recordOf({}), history: null })).toEqual([]);
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

describe('pathOf', () => {
  it('draws a step for each month, and a gap for months without a cost', () => {
    const months = monthCosts(recordOf({ '2025-01': '4', '2025-02': '2', '2025-04': '2' }), load);
    // Four months from 64 to 392, 82 wide each.
    expect(pathOf(months, (value) => 100 - 10 * value)).toBe('M64 60H146V80H228M310 80H392');
  });
});
