import { describe, expect, it } from 'vitest';
import { bandChart } from '../../../../src/site/charts/band-chart.ts';
import { dollarLabel } from '../../../../src/site/charts/dollar-axis.ts';
import { countChart, flowChart } from '../../../../src/site/charts/flow-chart.ts';
import { share, spreadLabels, TIME_FRAME } from '../../../../src/site/charts/frame.ts';
import { rangeChart } from '../../../../src/site/charts/range-chart.ts';
import { timeScale, timeTicks } from '../../../../src/site/charts/time-axis.ts';
import { timeLabel } from '../../../../src/site/charts/time-label.ts';

const months = (figures: readonly (readonly [listed: number, added: number, gone: number])[]) =>
  figures.map(([listed, added, gone], index) => {
    const month = `2026-0${index + 1}`;
    const day = month === '2026-02' ? 28 : 31;
    return { month, at: `${month}-${day}T00:00:00.000Z`, listed, added, gone };
  });

describe('dollarLabel', () => {
  it.each([
    [1e-7, '$0.0000001'],
    [1.756e-7, '$0.000000176'],
    [9.99e-7, '$0.000000999'],
    [1e-20, '$0.00000000000000000001'],
    [0.30000000000000004, '$0.30'],
    [2e21, '$2,000,000,000,000,000,000,000'],
  ])('writes %d as %s', (value, label) => {
    expect(dollarLabel(value)).toBe(label);
  });
});

describe('bandChart', () => {
  const points = [
    { at: '2026-01-31T00:00:00Z', lower: 1, median: 2, upper: 4 },
    { at: '2026-07-31T00:00:00Z', lower: 1, median: 4, upper: 8 },
  ];
  const options = { scale: 'linear', ticks: 2, label: dollarLabel } as const;

  it('draws the median inside the band and labels the last figures at their heights', () => {
    const chart = bandChart(points, options);
    expect(chart?.median).toBe('M56,170L500,118');
    expect(chart?.band).toBe('M56,118L500,14L500,196L56,196Z');
    expect(chart?.names).toEqual([
      { y: 196, text: '$1.00' },
      { y: 118, text: 'median $4.00' },
      { y: 14, text: '$8.00' },
    ]);
  });

  it('draws the median of a month that is not over as a piece of its own', () => {
    const running = { at: '2026-08-22T00:00:00Z', lower: 1, median: 2, upper: 8 };
    const [whole, all] = [bandChart(points, options), bandChart([...points, running], options)];
    expect(whole?.part).toBe('');
    const [last] = /(?<=M.*)L[^L]*$/.exec(all?.median ?? '') ?? [];
    expect(all?.median.match(/L/g)).toHaveLength(1);
    expect(all?.part.startsWith(last?.replace('L', 'M') ?? 'none')).toBe(true);
    expect(all?.part.endsWith('L500,170')).toBe(true);
  });

  it('gives the place of the median of each month', () => {
    expect(bandChart(points, options)?.points).toEqual([
      { x: 56, y: 170 },
      { x: 500, y: 118 },
    ]);
  });

  it('gives every doubling the same height', () => {
    const chart = bandChart(points, { scale: 'doublings', ticks: [1, 2, 4, 8], label: String });
    const heights = chart?.values.map(({ at }) => at) ?? [];
    const steps = heights.slice(1).map((height, index) => (heights[index] ?? 0) - height);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    expect(steps).toHaveLength(3);
  });

  it('draws nothing with fewer than two points', () => {
    expect(bandChart(points.slice(1), { scale: 'linear', ticks: 2, label: String })).toBeNull();
  });
});

describe('flowChart and countChart', () => {
  it('draw additions upward, removals downward and no bar for zero', () => {
    const chart = flowChart(
      months([
        [10, 2, 0],
        [9, 0, 1],
        [11, 2, 0],
      ]),
    );
    expect(chart?.added.match(/M/g)).toHaveLength(2);
    expect(chart?.gone.match(/M/g)).toHaveLength(1);
    const zero = chart?.zero ?? 0;
    const [up] = /(?<=V)\d+/.exec(chart?.added ?? '') ?? [];
    const [down] = /(?<=V)\d+/.exec(chart?.gone ?? '') ?? [];
    expect(Number(up)).toBeLessThan(zero);
    expect(Number(down)).toBeGreaterThan(zero);
  });

  it('draw the bars of a month that is not over apart', () => {
    const days = months([
      [10, 2, 1],
      [9, 3, 1],
    ]);
    const chart = flowChart(
      days.map((day) => (day.month === '2026-02' ? { ...day, at: '2026-02-27T00:00:00.000Z' } : day)),
    );
    for (const key of ['added', 'addedPart', 'gone', 'gonePart'] as const) {
      expect(chart?.[key].match(/M/g), key).toHaveLength(1);
    }
  });

  it('count from zero', () => {
    expect(
      countChart(
        months([
          [10, 0, 0],
          [20, 0, 0],
        ]),
      ),
    ).toMatchObject({
      path: 'M56,118L500,14',
      name: { y: 14, text: '20 listed' },
    });
  });
});

describe('rangeChart', () => {
  it('places ten times the price one decade further', () => {
    const row = { label: 'A', href: '/a/', lowest: 0.1, median: 1, highest: 10 };
    expect(rangeChart([row])).toMatchObject({
      values: [
        { at: 170, label: '$0.10' },
        { at: 385, label: '$1.00' },
        { at: 600, label: '$10.00' },
      ],
      rows: [{ from: 170, middle: 385, to: 600 }],
    });
  });

  it('draws nothing without rows', () => {
    expect(rangeChart([])).toBeNull();
  });

  it('labels at most eight decades for any span', () => {
    const wide = { label: 'a', href: '/', lowest: 1e-13, median: 1, highest: 1e6 };
    const labels = rangeChart([wide])?.values ?? [];
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.length).toBeLessThanOrEqual(8);
    expect(labels.map(({ label }) => label)).toContain('$0.0000000000001');
  });
});

it('spreadLabels moves labels apart from the bottom up and leaves the others in place', () => {
  const labels = [
    { y: 100, text: 'a' },
    { y: 98, text: 'b' },
    { y: 20, text: 'c' },
  ];
  expect(spreadLabels(labels).map(({ text, y }) => [text, y])).toEqual([
    ['a', 100],
    ['b', 84],
    ['c', 20],
  ]);
});

it('timeLabel gives days on a short axis and months on a long one', () => {
  const time = new Date('2026-08-12T00:00:00Z');
  expect(timeLabel(time, [new Date('2026-08-01'), new Date('2026-09-01')])).toBe('Aug 12');
  expect(timeLabel(time, [new Date('2025-08-01'), new Date('2026-09-01')])).toBe('Aug 2026');
});

it('timeTicks labels a day once', () => {
  const twoDays = timeScale(['2026-08-20T00:00:00Z', '2026-08-22T00:00:00Z'], TIME_FRAME);
  expect(timeTicks(twoDays, TIME_FRAME).map(({ label }) => label)).toEqual(['Aug 21']);
});

it('timeTicks leaves out labels evenly on a crowded axis', () => {
  const twoYears = timeScale(['2024-09-21T00:00:00Z', '2026-08-22T00:00:00Z'], TIME_FRAME);
  expect(timeTicks(twoYears, TIME_FRAME).map(({ label }) => label)).toEqual([
    'Jan 2025',
    'Jul 2025',
    'Jan 2026',
    'Jul 2026',
  ]);
});

it('share gives a place between the axes as a percentage', () => {
  const frame = { left: 50, right: 650, top: 0, bottom: 100 };
  expect([50, 250, 650].map((at) => share(at, frame))).toEqual(['0%', '33.3%', '100%']);
});
