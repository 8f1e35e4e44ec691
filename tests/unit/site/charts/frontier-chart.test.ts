import { expect, it } from 'vitest';
import { frontierChart, type ValueAxis } from '../../../../src/site/charts/frontier-chart.ts';

const axis: ValueAxis = { scale: 'log', ticks: [1, 10, 100, 10_000], label: (value) => `${value} K` };
const point = (value: number, price: number, name = 'Some model') => ({ value, price, model: { name } });
const points = [point(10, 0.01), point(100, 0.1), point(1000, 1), point(10, 1)];

it('frontierChart puts cheap to the top and much to the right', () => {
  const chart = frontierChart(points, points.slice(0, 3), axis);
  expect(chart?.marks.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [500, 150],
    [1000, 300],
  ]);
  expect(chart?.dots.map(({ x, y }) => [x, y])).toEqual([[0, 300]]);
  expect(chart?.prices.map(({ label }) => label)).toEqual(['$0.01', '$0.10', '$1.00']);
  expect(chart?.values).toEqual([
    { at: 0, label: '10 K' },
    { at: 500, label: '100 K' },
  ]);
});

it('frontierChart draws the lowest price for at least each value', () => {
  // More than 10 costs 0.1, so the line first goes down and then right.
  expect(frontierChart(points, points.slice(0, 3), axis)?.line).toBe('M0 0V150H500V300H1000');
});

it('frontierChart keeps labels of close points apart, and inside at the right edge', () => {
  const close = [...points, point(990, 0.99)];
  const chart = frontierChart(close, close.slice(2, 3).concat(close.slice(4)), axis);
  const [one, other] = chart?.marks ?? [];
  expect(Math.abs((one?.labelY ?? 0) - (other?.labelY ?? 0))).toBeGreaterThanOrEqual(16);
  expect(chart?.marks.every(({ isAtRight }) => isAtRight)).toBe(true);
});

it('frontierChart gives nothing for fewer than three points', () => {
  expect(frontierChart(points.slice(0, 2), points.slice(0, 2), axis)).toBeNull();
});

it('frontierChart begins a label at its point only where a phone has room for it', () => {
  const named = [
    point(10, 0.01),
    point(100, 0.1),
    point(120, 0.2, 'A model with a long name'),
    point(1000, 1),
  ];
  expect(frontierChart(named, named, axis)?.marks.map(({ isAtRight }) => isAtRight)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
