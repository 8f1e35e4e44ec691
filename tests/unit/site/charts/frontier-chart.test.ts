import { expect, it } from 'vitest';
import { paretoFrontier } from '../../../../src/catalog/frontier.ts';
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

it('frontierChart numbers the frontier in order, and points in one place together', () => {
  const tied = [...points, point(1000, 1, 'Another'), point(1000, 1, 'A third')];
  const chart = frontierChart(tied, [...tied.slice(0, 3), ...tied.slice(4)], axis);
  expect(chart?.numbers).toEqual([
    { text: '1', x: 0, y: 0 },
    { text: '2', x: 500, y: 150 },
    { text: '3–5', x: 1000, y: 300 },
  ]);
});

it('frontierChart has no point above and to the right of a number', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    point(1 + ((index * 37) % 60), 1 + ((index * 17) % 60)),
  );
  const frontier = paretoFrontier(many);
  const chart = frontierChart(many, frontier, { ...axis, scale: 'linear' });
  expect(frontier.length).toBeGreaterThan(3);
  const covered = chart?.numbers.flatMap((number) =>
    chart.dots.filter(({ x, y }) => x >= number.x && y <= number.y && (x > number.x || y < number.y)),
  );
  expect(covered).toEqual([]);
});

it('frontierChart gives nothing for fewer than three points', () => {
  expect(frontierChart(points.slice(0, 2), points.slice(0, 2), axis)).toBeNull();
});
