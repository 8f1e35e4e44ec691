import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullPrompts, paretoFrontier } from '../../../src/catalog/frontier.ts';
import { cellUsd, shortTokens } from '../../../src/catalog/figures.ts';
import { sortModels } from '../../../src/catalog/sort.ts';
import { aModel } from '../../support/a-model.ts';
import { frozenModels } from '../../support/frozen-models.ts';

test('paretoFrontier keeps the cheapest for each context, shortest context first', () => {
  const points = [
    { price: 1, context: 8 },
    { price: 2, context: 4 },
    { price: 3, context: 16 },
    { price: 3, context: 16 },
    { price: 0.5, context: 2 },
  ];
  expect(paretoFrontier(points)).toEqual([points[4], points[0], points[2]]);
});

test('paretoFrontier keeps no point that another one beats, and every other point is beaten', () => {
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

test('fullPrompts prices a model at a prompt that fills its context', () => {
  const above = (tokens: number, input: string) => ({
    when: [{ kind: 'prompt-above' as const, tokens }],
    prices: { input },
  });
  const tiered = aModel('a/m', {
    context: 1_000_000,
    prices: { input: '3e-8', output: '1e-7' },
    tiers: [above(32_000, '1e-7'), above(256_000, '2e-7'), above(1_000_000, '9e-7')],
  });
  expect(fullPrompts([tiered])).toMatchObject([{ context: 1_000_000, usd: '0.2', price: 0.2 }]);
});

test.each([
  ['gives more than text', aModel('a/m', { outputModalities: ['text', 'image'] })],
  ['names no outputs', aModel('a/m', { outputModalities: [] })],
  ['is free', aModel('a/m', { prices: { input: '0', output: '0' } })],
  ['has a dynamic price', aModel('a/m', { prices: { input: '-1', output: '-1' } })],
  ['names no context', aModel('a/m', { context: null })],
  ['is a variant', aModel('a/m:batch')],
  ['is an alias', aModel('~a/m-latest')],
])('fullPrompts leaves out a model that %s', (_, model) => {
  expect(fullPrompts([model])).toEqual([]);
});

test('paretoFrontier keeps five models of the frozen capture at the price of a full prompt', async () => {
  const frontier = paretoFrontier(fullPrompts(sortModels(await frozenModels(), 'popularity')));
  expect(frontier.map(({ model, context, usd }) => [model.name, shortTokens(context), cellUsd(usd)])).toEqual(
    [
      ['Ling-2.6-flash', '262K', '$0.01'],
      ['Solar Pro 4', '524K', '$0.03'],
      ['DeepSeek V4 Flash 0423', '1.05M', '$0.0643'],
      ['DeepSeek V4 Flash 0731', '1.31M', '$0.08'],
      ['Grok 4.20', '2M', '$2.50'],
    ],
  );
});
