import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepChart } from '../../../../src/site/charts/step-chart.ts';
import { stepPath } from '../../../../src/site/charts/step-path.ts';
import { facts, historyOfDays } from '../../../support/a-history.ts';

const DAYS = ['2026-01-01', '2026-01-11', '2026-01-21', '2026-01-31', '2026-02-10'];

function chartOf(prices: readonly (readonly [string, string] | null)[]) {
  const history = historyOfDays(
    Object.fromEntries(
      DAYS.map((day, index) => {
        const price = prices[index] ?? null;
        const rows = { 'a/other': facts('0.000001', '0.000001', { name: 'Other', created: 1 }) };
        return [day, price === null ? rows : { ...rows, 'a/b': facts(...price) }];
      }),
    ),
  );
  const known = history.historyOf('a/b');
  if (!known) throw new Error('The model was never listed.');
  return stepChart(known.priceSteps, history.now);
}

describe('stepPath', () => {
  it('keeps a height until the next point', () => {
    expect(
      stepPath(
        [
          { x: 0, y: 20 },
          { x: 35, y: 12 },
          { x: 50, y: 12 },
        ],
        90,
      ),
    ).toBe('M0 20H35V12H90');
  });

  it('leaves a gap while there is no height', () => {
    expect(
      stepPath(
        [
          { x: 0, y: 20 },
          { x: 35, y: null },
          { x: 50, y: 20 },
        ],
        90,
      ),
    ).toBe('M0 20H35M50 20H90');
    expect(
      stepPath(
        [
          { x: 0, y: null },
          { x: 35, y: null },
        ],
        90,
      ),
    ).toBe('');
  });

  it('has at most one bend per point for any points', () => {
    const point = fc.record({ x: fc.nat(600), y: fc.option(fc.nat(200)) });
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const path = stepPath(
          points.toSorted((a, b) => a.x - b.x),
          652,
        );
        expect(path).toMatch(/^(?:M\d+ \d+(?:H\d+V\d+)*H\d+)*$/);
        expect((path.match(/[MV]/g) ?? []).length).toBeLessThanOrEqual(points.length);
      }),
    );
  });
});

describe('stepChart', () => {
  it('draws both prices from the first day to now on an axis from zero', () => {
    const chart = chartOf([
      ['0.000001', '0.000004'],
      ['0.000001', '0.000004'],
      ['0.000002', '0.000004'],
      ['0.000002', '0.000004'],
      ['0.000002', '0.000004'],
    ]);
    expect(chart?.output).toBe('M56 18H656');
    expect(chart?.input).toBe('M56 138H356V98H656');
    expect(chart?.prices.map(({ label }) => label)).toEqual(['$0', '$2.00', '$4.00']);
    expect(chart?.names).toEqual([
      { y: 98, text: 'input $2.00' },
      { y: 18, text: 'output $4.00' },
    ]);
  });

  it('names both lines once when they end at the same price', () => {
    const chart = chartOf(DAYS.map(() => ['0.000001', '0.000001']));
    expect(chart?.names).toEqual([{ y: 18, text: 'both $1.00' }]);
  });

  it('keeps the names of lines that end close to each other apart', () => {
    const [lower, upper] = chartOf(DAYS.map(() => ['0.00000100', '0.00000101']))?.names ?? [];
    expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeGreaterThanOrEqual(15);
  });

  it('draws free at zero and nothing while the model was not listed', () => {
    const chart = chartOf([['0', '0'], ['0.000001', '0.000001'], null, ['0.000001', '0.000001'], ['0', '0']]);
    expect(chart?.input).toBe('M56 178H206V18H356M506 18H656V178H656');
  });

  it('ends at the last capture that listed the model', () => {
    const other = { 'a/other': facts('0.000001', '0.000001', { name: 'Other', created: 1 }) };
    const listed = { ...other, 'a/b': facts('0.000001', '0.000004') };
    const history = historyOfDays({ '2026-01-01': listed, '2026-01-11': listed, '2026-01-21': other });
    const known = history.historyOf('a/b');
    expect(known?.lastSeen).toBe('2026-01-11T00:00:00.000Z');
    expect(stepChart(known?.priceSteps ?? [], known?.lastSeen ?? '')?.output).toBe('M56 18H656');
  });

  it('draws nothing when no price was ever above zero', () => {
    expect(chartOf(DAYS.map(() => ['0', '0']))).toBeNull();
    expect(chartOf(DAYS.map(() => ['-1', '-1']))).toBeNull();
  });

  it('draws 100 price changes in at most 1,500 characters', () => {
    const days = Array.from({ length: 101 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index * 4)).toISOString().slice(0, 10),
    );
    const history = historyOfDays(
      Object.fromEntries(
        days.map((day, index) => [day, { 'a/b': facts(index % 2 ? '0.000001' : '0.000003', '0.00001') }]),
      ),
    );
    const known = history.historyOf('a/b');
    expect(known?.moves).toHaveLength(100);
    expect(stepChart(known?.priceSteps ?? [], history.now)?.input.length).toBeLessThan(1_500);
  });
});
