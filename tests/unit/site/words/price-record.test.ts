import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../../src/catalog/decimal.ts';
import type { Price } from '../../../../src/catalog/price.ts';
import type { OtherChanges } from '../../../../src/history/other-prices.ts';
import type { PriceRecord } from '../../../../src/history/price-record.ts';
import { priceRecordWords } from '../../../../src/site/words/price-record.ts';

const usd = (text: string): Price => {
  const amount = parseDecimal(text);
  if (amount === null) throw new Error(`${text} is no number`);
  return { kind: 'amount', usd: amount, unit: 'million tokens' };
};
const NONE: OtherChanges = { kind: 'none', measured: ['input', 'output'] };
const OTHER: OtherChanges = { ...NONE, kind: 'other' };
const words = (over: Partial<PriceRecord>) =>
  priceRecordWords({
    since: '2026-07-10T00:00:00.000Z',
    until: null,
    changes: 0,
    recent: { 30: 0, 365: 0 },
    undated: 0,
    hasUnmeasured: false,
    hasBrief: false,
    others: { all: NONE, 30: NONE, 365: NONE },
    ranges: {},
    ...over,
  });
const ranges = {
  input: { low: usd('0.1'), high: usd('1') },
  output: { low: usd('0.6'), high: usd('6') },
};

describe('priceRecordWords', () => {
  it('counts the changes of the last 30 and 365 days, with the range since the first day', () => {
    expect(words({ changes: 4, recent: { 30: 1, 365: 3 }, ranges })).toBe(
      '1 price change in the last 30 days, 3 in the last 365 days. Input between $0.10 and $1.00, output between $0.60 and $6.00 since Jul 10, 2026.',
    );
    expect(words({ changes: 4, recent: { 30: 0, 365: 3 } })).toBe(
      'No price change in the last 30 days, 3 in the last 365 days.',
    );
    expect(words({ changes: 4, recent: { 30: 0, 365: 0 } })).toBe('No price change in the last 365 days.');
  });

  it('counts since the first day where the history is shorter', () => {
    expect(words({ changes: 3, recent: { 30: 1, 365: null }, ranges })).toBe(
      '1 price change in the last 30 days, 3 since Jul 10, 2026. Input between $0.10 and $1.00, output between $0.60 and $6.00.',
    );
    expect(words({ changes: 2, recent: { 30: null, 365: null } })).toBe(
      '2 price changes since Jul 10, 2026.',
    );
    expect(words({ changes: 1, recent: { 30: null, 365: null } })).toBe('1 price change since Jul 10, 2026.');
  });

  it('says since when the price has not changed', () => {
    expect(words({})).toBe('No price change since Jul 10, 2026.');
    expect(words({ recent: { 30: null, 365: null } })).toBe('No price change since Jul 10, 2026.');
  });

  it('never says that nothing changed where a change has no date, cannot be measured or was short', () => {
    expect(words({ undated: 1 })).toBe(
      'No price change with a known date since Jul 10, 2026. 1 has no exact date.',
    );
    expect(words({ changes: 1, recent: { 30: 1, 365: 1 }, undated: 2 })).toBe(
      '1 price change in the last 30 days, 1 in the last 365 days. 2 more have no exact date.',
    );
    expect(words({ hasUnmeasured: true })).toBe('No price change that can be measured since Jul 10, 2026.');
    expect(words({ hasBrief: true })).toBe('No lasting price change since Jul 10, 2026.');
  });

  it('names the prices that did not change where others did', () => {
    expect(words({ others: { all: OTHER, 30: NONE, 365: OTHER } })).toBe(
      'No change of the input and output price since Jul 10, 2026.',
    );
    expect(
      words({ changes: 4, recent: { 30: 0, 365: 3 }, others: { all: OTHER, 30: OTHER, 365: OTHER } }),
    ).toBe('No change of the input and output price in the last 30 days, 3 in the last 365 days.');
    expect(words({ changes: 4, others: { all: OTHER, 30: NONE, 365: NONE } })).toBe(
      'No price change in the last 365 days.',
    );
    const embeddings: OtherChanges = { kind: 'other', measured: ['input'] };
    expect(words({ others: { all: embeddings, 30: NONE, 365: NONE } })).toBe(
      'No change of the input price since Jul 10, 2026.',
    );
    const offset: OtherChanges = { ...NONE, kind: 'offset' };
    expect(words({ others: { all: offset, 30: NONE, 365: NONE } })).toBe(
      'No change of 1% or more of the blended price since Jul 10, 2026.',
    );
  });

  it('covers the time in which a retired model was listed', () => {
    const until = '2026-08-22T00:00:00.000Z';
    const recent = { 30: null, 365: null };
    expect(words({ until, recent, changes: 3, ranges: { input: ranges.input } })).toBe(
      '3 price changes from Jul 10, 2026 to Aug 22, 2026. Input between $0.10 and $1.00.',
    );
    expect(words({ until, recent })).toBe('No price change from Jul 10, 2026 to Aug 22, 2026.');
  });

  it('names only prices that differ as shown', () => {
    const same = {
      input: { low: usd('1'), high: usd('1') },
      output: { low: usd('1.0001'), high: usd('1.0002') },
    };
    expect(words({ ranges: same })).toBe('No price change since Jul 10, 2026.');
    expect(words({ ranges: { output: { low: { kind: 'free' }, high: usd('2') } } })).toContain(
      'Output between free and $2.00.',
    );
  });
});
