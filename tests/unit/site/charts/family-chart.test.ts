import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../../src/catalog/decimal.ts';
import type { Price } from '../../../../src/catalog/price.ts';
import type { PriceStep } from '../../../../src/history/model-history.ts';
import { familyChart } from '../../../../src/site/charts/family-chart.ts';

const UNTIL = '2026-01-11T00:00:00.000Z';

const price = (usd: number | null): Price =>
  usd === null
    ? { kind: 'dynamic' }
    : usd === 0
      ? { kind: 'free' }
      : { kind: 'amount', usd: decimalOf(usd), unit: 'million tokens' };

const step = (day: string, usd: number | null, isListed = true): PriceStep => ({
  from: `2026-01-${day}T00:00:00.000Z`,
  prices: { input: price(usd), output: price(usd) },
  isListed,
});

const member = (label: string, steps: readonly PriceStep[], end = UNTIL) => ({ label, steps, end });

describe('familyChart', () => {
  it('draws each model as steps from its first day to its end, with a mark at both', () => {
    const chart = familyChart(
      [member('1', [step('01', 2), step('06', 4)], '2026-01-06T12:00:00.000Z'), member('2', [step('06', 4)])],
      'input',
      UNTIL,
    );
    expect(chart?.isLogarithmic).toBe(false);
    expect(chart?.lines.map(({ path }) => path)).toEqual(['M56 118H356V18H386', 'M356 18H656']);
    expect(chart?.lines.map(({ marks }) => marks.map(({ x }) => x))).toEqual([
      [56, 386],
      [356, 656],
    ]);
    expect(chart?.names.map(({ text }) => text).toSorted()).toEqual(['1', '2']);
  });

  it('moves the labels of lines at the same price apart', () => {
    const chart = familyChart([member('1', [step('01', 2)]), member('2', [step('01', 2)])], 'output', UNTIL);
    const [a, b] = chart?.names.map(({ y }) => y) ?? [];
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBe(16);
  });

  it('keeps the labels of many lines within the chart', () => {
    const many = Array.from({ length: 20 }, (_, index) => member(String(index), [step('01', 2)]));
    const chart = familyChart(many, 'input', UNTIL);
    const ys = chart?.names.map(({ y }) => y).toSorted((a, b) => a - b) ?? [];
    expect(ys[0]).toBe(chart?.frame.top);
    expect(ys.at(-1)).toBeLessThanOrEqual(chart?.frame.bottom ?? 0);
    expect(ys.every((y, index) => index === 0 || y - (ys[index - 1] ?? 0) >= 16)).toBe(true);
  });

  it('takes a logarithmic scale for prices far apart, with free at the bottom', () => {
    const chart = familyChart(
      [member('1', [step('01', 60)]), member('2', [step('01', 0.5), step('05', 0)])],
      'input',
      UNTIL,
    );
    expect(chart?.isLogarithmic).toBe(true);
    expect(chart?.lines[1]?.marks.at(-1)?.y).toBe(chart?.frame.bottom);
    expect(chart?.prices.length).toBeGreaterThan(1);
  });

  it('leaves out a model whose price is never a number, and a time in which it was not listed', () => {
    const chart = familyChart(
      [member('1', [step('01', null)]), member('2', [step('01', 2), step('03', 2, false), step('05', 2)])],
      'input',
      UNTIL,
    );
    expect(chart?.lines.map(({ index }) => index)).toEqual([1]);
    expect(chart?.lines[0]?.path.match(/M/g)).toHaveLength(2);
  });

  it('is null without a price above zero', () => {
    expect(familyChart([member('1', [step('01', 0)])], 'input', UNTIL)).toBeNull();
    expect(familyChart([], 'input', UNTIL)).toBeNull();
  });
});
