import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paretoFrontier } from '../../../src/catalog/frontier.ts';

test('keeps the cheapest for each context, shortest context first', () => {
  const points = [
    { price: 1, context: 8 },
    { price: 2, context: 4 },
    { price: 3, context: 16 },
    { price: 3, context: 16 },
    { price: 0.5, context: 2 },
  ];
  expect(paretoFrontier(points)).toEqual([points[4], points[0], points[2]]);
});

test('no point on it is beaten, and every other point is', () => {
  const point = fc.record({
    price: fc.integer({ min: 1, max: 20 }),
    context: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const frontier = paretoFrontier(points);
      for (const one of points) {
        const rival = frontier.find((other) => other.context >= one.context && other.price <= one.price);
        expect(rival).toBeDefined();
        if (frontier.includes(one)) expect(rival).toBe(one);
      }
    }),
  );
});
