import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD } from '../../../../src/catalog/cost/workload.ts';
import { changeLines, pastOf, seriesOf } from '../../../../src/ui/compare/client/history.ts';
import { aModel } from '../../../support/a-model.ts';
import { aRecord } from '../../../support/a-record.ts';
import { daily } from '../../../support/ledger-history.ts';

type Days = Parameters<typeof daily>[0];

const priced = (usd: string) => ({ prices: { input: usd, output: usd } });
const recordOf = (days: Days, monthEnds: readonly string[] = []) =>
  aRecord(aModel('maker/a'), { history: daily(days).historyOf('maker/a'), monthEnds });

describe('the price history of a comparison', () => {
  const record = recordOf({
    1: priced('0.000002'),
    3: priced('0.000002'),
    5: priced('0.000001'),
    9: priced('0'),
  });

  it('has a line for each change, with its percentage', () => {
    const lines = changeLines(pastOf(record, 'output', null), 'output');
    expect(lines.map(({ from, amount, change, tone }) => [from.slice(0, 10), amount, change, tone])).toEqual([
      ['2026-01-01', '$2.00', 'first seen', null],
      ['2026-01-05', '$1.00', '↓\u00a050%', 'down'],
      ['2026-01-09', 'free', 'became free', 'down'],
    ]);
  });

  it('has a gap while the model was not listed', () => {
    const gone = recordOf({ 1: priced('0.000002'), 2: null, 15: priced('0.000002') });
    const lines = changeLines(pastOf(gone, 'input', null), 'input');
    expect(lines.map(({ amount }) => amount)).toEqual(['$2.00', 'not listed', '$2.00']);
    const [series] = seriesOf([pastOf(gone, 'input', null)], null);
    expect(series?.points.map(({ value }) => value)).toEqual([2, null, 2]);
  });

  it('is cut at a time, with the price of then', () => {
    const [series] = seriesOf([pastOf(record, 'output', null)], '2026-01-04T00:00:00.000Z');
    expect(series?.points.map(({ from, value }) => [from.slice(0, 10), value])).toEqual([
      ['2026-01-04', 2],
      ['2026-01-05', 1],
      ['2026-01-09', 0],
    ]);
  });

  it('has no line where the model ended before the time', () => {
    const by = '2026-01-02T00:00:00.000Z';
    const retired = {
      ...record,
      status: { kind: 'retired' as const, after: null, by, is_dated: true, last_seen: by, renamed_to: null },
    };
    expect(seriesOf([pastOf(retired, 'output', null)], '2026-01-04T00:00:00.000Z')[0]?.points).toEqual([]);
  });

  it('has no cost, with the reason, before the prices of the workload were recorded, and no change then', () => {
    const long = [{ when: [{ kind: 'prompt-above', tokens: 1000 } as const], prices: { input: '0.000004' } }];
    const tiered = recordOf({ 1: priced('0.000002'), 15: { ...priced('0.000002'), tiers: long } }, [
      '2026-01-10T00:00:00.000Z',
      '2026-01-15T00:00:00.000Z',
    ]);
    const linesOf = (inputTokens: number) =>
      changeLines(pastOf(tiered, 'cost', { ...NO_WORKLOAD, inputTokens, requestsPerMonth: 1000 }), 'cost');
    expect(linesOf(2000).map(({ amount, change }) => [amount, change])).toEqual([
      ['no cost', 'Prices for long prompts were not recorded before Jan 15, 2026.'],
      ['$8.00', ''],
    ]);
    expect(linesOf(1000).map(({ amount, change }) => [amount, change])).toEqual([['$2.00', 'first seen']]);
  });

  it('has the cost of the workload at the prices of each month end', () => {
    const workload = { ...NO_WORKLOAD, inputTokens: 1_000_000 };
    const dated = recordOf({ 1: priced('0.000002'), 31: priced('0.000001') }, [
      '2026-01-30T00:00:00.000Z',
      '2026-01-31T00:00:00.000Z',
    ]);
    expect(changeLines(pastOf(dated, 'cost', workload), 'cost').map(({ amount }) => amount)).toEqual([
      'no cost',
    ]);
    const large = {
      ...dated,
      history: dated.history && {
        ...dated.history,
        steps: dated.history.steps.map((step) => ({ ...step, context: 2_000_000 })),
      },
    };
    expect(
      changeLines(pastOf(large, 'cost', workload), 'cost').map(({ amount, change }) => [amount, change]),
    ).toEqual([
      ['$2.00', 'first seen'],
      ['$1.00', '↓\u00a050%'],
    ]);
    expect(pastOf(large, 'cost', null).points).toEqual([]);
  });
});
