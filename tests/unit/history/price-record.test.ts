import { describe, expect, it } from 'vitest';
import { cellPrice } from '../../../src/catalog/format.ts';
import type { Facts } from '../../../src/catalog/facts.ts';
import { priceRecordOf } from '../../../src/history/price-record.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

const usd = (input: number, output = input) => facts((input / 1e6).toFixed(9), (output / 1e6).toFixed(9));

/** The record of the model `a/m`, whose facts these days tell; `null` for a day without it. */
function recordOf(days: Readonly<Record<string, Facts | null>>) {
  const rows = Object.fromEntries(
    Object.entries(days).map(([day, own]) => [day, { 'a/other': usd(1), ...(own && { 'a/m': own }) }]),
  );
  const history = historyOfDays(rows);
  const known = history.historyOf('a/m');
  if (known === null) throw new Error('a/m is in the ledger.');
  const { ranges, ...record } = priceRecordOf(known, history.now);
  const range = (key: 'input' | 'output') =>
    ranges[key] && `${cellPrice(ranges[key].low)} to ${cellPrice(ranges[key].high)}`;
  return { ...record, input: range('input'), output: range('output') };
}

/** A capture every second day from the first to the last day, so that every change has a date. */
function daily(
  from: string,
  to: string,
  at: (day: string) => Facts | null,
): Readonly<Record<string, Facts | null>> {
  const days: Record<string, Facts | null> = {};
  for (let time = Date.parse(from); time <= Date.parse(to); time += 2 * 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    days[day] = at(day);
  }
  return days;
}

describe('priceRecordOf', () => {
  it('counts the price changes of the last 30 and 365 days, and gives the range of each price', () => {
    const days = daily('2024-01-01', '2025-12-30', (day) => {
      if (day < '2024-06-01') return usd(4, 8);
      if (day < '2025-03-01') return usd(1, 8);
      return day < '2025-12-20' ? usd(2, 8) : usd(2, 6);
    });
    expect(recordOf(days)).toMatchObject({
      changes: 3,
      recent: { 30: 1, 365: 2 },
      undated: 0,
      until: null,
      input: '$1.00 to $4.00',
      output: '$6.00 to $8.00',
    });
  });

  it('counts none of the last days for a model that was first seen within them', () => {
    const days = daily('2025-11-01', '2025-12-31', (day) => (day < '2025-12-25' ? usd(1) : usd(2)));
    expect(recordOf(days)).toMatchObject({ changes: 1, recent: { 30: 1, 365: null } });
    const young = daily('2025-12-21', '2025-12-31', (day) => (day < '2025-12-25' ? usd(1) : usd(2)));
    expect(recordOf(young)).toMatchObject({
      since: '2025-12-21T00:00:00.000Z',
      changes: 1,
      recent: { 30: null, 365: null },
    });
  });

  it('counts neither changes of less than 1% nor swings that were back within three days', () => {
    const days = daily('2025-11-01', '2025-12-31', (day) => {
      if (day === '2025-12-11') return usd(9);
      return day < '2025-12-25' ? usd(1) : usd(1.001);
    });
    expect(recordOf(days)).toMatchObject({
      changes: 0,
      recent: { 30: 0 },
      hasBrief: true,
      input: '$1.00 to $1.00',
    });
  });

  it('counts separately what changed between captures more than a week apart, or while it was not listed', () => {
    const gap = { '2025-11-01': usd(1), '2025-11-03': usd(1), '2025-12-30': usd(2), '2025-12-31': usd(2) };
    expect(recordOf(gap)).toMatchObject({
      changes: 0,
      undated: 1,
      recent: { 30: 0 },
      input: '$1.00 to $2.00',
    });
    const absent = daily('2025-11-01', '2025-12-31', (day) => {
      if (day > '2025-11-20' && day < '2025-12-10') return null;
      return day < '2025-12-01' ? usd(1) : usd(2);
    });
    expect(recordOf(absent)).toMatchObject({ changes: 0, undated: 1, input: '$1.00 to $2.00' });
  });

  it('covers the whole time in which a retired model was listed', () => {
    const days = daily('2025-01-01', '2025-12-31', (day) => {
      if (day > '2025-06-01') return null;
      return day < '2025-03-01' ? usd(3) : usd(2);
    });
    expect(recordOf(days)).toMatchObject({
      since: '2025-01-01T00:00:00.000Z',
      until: '2025-05-31T00:00:00.000Z',
      changes: 1,
      recent: { 30: null, 365: null },
      input: '$2.00 to $3.00',
    });
  });

  it('counts a model that became paid, with free as the lowest price', () => {
    const days = daily('2025-12-01', '2025-12-31', (day) => (day < '2025-12-25' ? usd(0) : usd(1, 2)));
    expect(recordOf(days)).toMatchObject({ changes: 1, input: 'free to $1.00', output: 'free to $2.00' });
  });

  it('gives no range where the last price is not a number', () => {
    const days = daily('2025-12-01', '2025-12-31', (day) =>
      day < '2025-12-25' ? usd(1) : facts('-1', '-1'),
    );
    expect(recordOf(days)).toMatchObject({ changes: 0, hasUnmeasured: true, input: undefined });
  });
});

describe('the other changes of a price record', () => {
  const cached = (dollars: number) =>
    facts('0.000001', '0.000002', {
      prices: { input: '0.000001', output: '0.000002', cacheRead: (dollars / 1e6).toFixed(9) },
    });
  const othersOf = (days: Readonly<Record<string, Facts | null>>) => {
    const { others } = recordOf(days);
    return [others.all.kind, others[365].kind, others[30].kind];
  };

  it('are those of other prices, such as cached input', () => {
    const days = daily('2024-01-01', '2025-12-30', (day) => cached(day < '2025-10-16' ? 0.31 : 0.125));
    expect(othersOf(days)).toEqual(['other', 'other', 'none']);
    expect(othersOf(daily('2025-12-01', '2025-12-30', () => cached(1)))).toEqual(['none', 'none', 'none']);
  });

  it('are those of tiers', () => {
    const tiers = [
      { when: [{ kind: 'prompt-above', tokens: 1000 } as const], prices: { input: '0.000002' } },
    ];
    const days = daily('2025-12-01', '2025-12-30', (day) => ({
      ...usd(1),
      ...(day > '2025-12-10' && { tiers: day > '2025-12-20' ? [...tiers, ...tiers] : tiers }),
    }));
    expect(othersOf(days)).toEqual(['other', 'other', 'other']);
  });

  it('are no change together with a price change, or of less than one percent', () => {
    const days = daily('2025-12-01', '2025-12-30', (day) => (day < '2025-12-10' ? usd(1) : usd(2)));
    expect(othersOf(days)).toEqual(['none', 'none', 'none']);
    expect(
      othersOf(daily('2025-12-01', '2025-12-30', (day) => cached(day < '2025-12-10' ? 1 : 1.001)))[0],
    ).toBe('none');
  });

  it('are offset where input and output changed, and the blend of both did not', () => {
    const days = daily('2025-12-01', '2025-12-30', (day) => (day < '2025-12-10' ? usd(1, 4) : usd(1.2, 3.4)));
    expect(othersOf(days)[0]).toBe('offset');
  });
});
