import { describe, expect, it } from 'vitest';
import { overlayChart } from '../../../../src/site/charts/overlay-chart.ts';

const [FROM, UNTIL] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
const chartOf = (...values: readonly number[]) =>
  overlayChart(
    values.map((value, index) => ({ label: `Model ${index}`, points: [{ from: FROM, value }], end: UNTIL })),
    UNTIL,
  );
const heights = (chart: ReturnType<typeof overlayChart>) => chart?.lines.map(({ marks }) => marks[0]?.y);

describe('overlayChart', () => {
  it.each([
    ['logarithmic', [0, 0.1, 40]],
    ['linear', [0, 1, 2]],
  ])('draws a free model below every price, on a line named "free", on a %s scale', (_, values) => {
    const chart = chartOf(...values);
    const [free = 0, ...paid] = heights(chart) ?? [];
    expect(chart?.prices[0]).toEqual({ at: free, label: 'free' });
    expect(paid.every((y) => y !== undefined && y < free)).toBe(true);
    expect(
      chart?.prices.slice(1).map(({ at, label }) => [free - at >= 24, label.startsWith('$')]),
    ).not.toContainEqual(expect.arrayContaining([false]));
  });

  it('draws the lowest price clearly above the free line', () => {
    const [free = 0, lowest = 0] = heights(chartOf(0, 0.1, 40)) ?? [];
    expect(free - lowest).toBeGreaterThan(24);
  });

  it('has no line for free models where there are none', () => {
    expect(chartOf(0.1, 40)?.prices.map(({ label }) => label)).not.toContain('free');
    expect(chartOf(1, 2)?.prices.map(({ label }) => label)).toContain('$0');
  });

  it('is null where every model is free', () => {
    expect(chartOf(0, 0)).toBeNull();
  });
});
