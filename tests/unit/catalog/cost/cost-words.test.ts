import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../../src/catalog/cost/cost.ts';
import { costNotes, monthlyUsd, ratioWords } from '../../../../src/catalog/cost/cost-words.ts';
import type { Decimal } from '../../../../src/catalog/decimal.ts';

const usd = (text: string) => text as Decimal;

describe('monthlyUsd', () => {
  it('is to the cent below $100,000, and to the dollar above', () => {
    expect(
      ['23.1', '0.004', '0', '99999.994', '100000.4', '1234567.89'].map((text) => monthlyUsd(usd(text))),
    ).toEqual(['$23.10', '$0.004', '$0', '$99,999.99', '$100,000', '$1,234,568']);
  });
});

describe('ratioWords', () => {
  it('compares a cost with the lowest one', () => {
    const ratio = (text: string) => ratioWords(usd(text), usd('2'));
    expect(['2', '5.6', '19.89', '20', '442', '2468'].map(ratio)).toEqual([
      'lowest',
      '2.8× lowest',
      '9.9× lowest',
      '10× lowest',
      '221× lowest',
      '1,234× lowest',
    ]);
  });

  it('does not round another cost to the lowest one', () => {
    const ratio = (text: string) => ratioWords(usd(text), usd('2'));
    expect(['2.001', '2.02', '2.2'].map(ratio)).toEqual(['about lowest', '1.01× lowest', '1.1× lowest']);
  });

  it('is empty for a cost of zero', () => {
    expect(ratioWords(usd('0'), usd('2'))).toBe('');
  });
});

describe('costNotes', () => {
  const cost: Cost & { kind: 'cost' } = {
    kind: 'cost',
    usd: usd('12'),
    parts: [],
    tierAbove: null,
    range: null,
    isBatch: false,
  };

  it('says the ratio alone where nothing else applies', () => {
    expect(costNotes(cost, usd('4'))).toEqual(['3.0× lowest']);
    expect(costNotes(cost, null)).toEqual([]);
  });

  it('says the range over the week, the tier, and batch prices', () => {
    const range = { lowest: usd('8.1'), highest: usd('20.4') };
    expect(costNotes({ ...cost, range, tierAbove: 272_000, isBatch: true }, usd('12'))).toEqual([
      'lowest',
      '$8.10–$20.40',
      'above 272K',
      'batch prices',
    ]);
  });
});
