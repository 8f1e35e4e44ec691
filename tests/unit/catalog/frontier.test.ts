import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullPrompts, indexedPrices, paretoFrontier } from '../../../src/catalog/frontier.ts';
import { cellUsd, shortTokens } from '../../../src/catalog/figures.ts';
import { sortForLists } from '../../../src/catalog/sort.ts';
import { aModel } from '../../support/a-model.ts';
import { frozenModels } from '../../support/frozen-models.ts';

test('paretoFrontier keeps the cheapest for each value and all equal points, lowest value first', () => {
  const points = [
    { price: 1, value: 8 },
    { price: 2, value: 4 },
    { price: 3, value: 16, name: 'first' },
    { price: 3, value: 16, name: 'second' },
    { price: 4, value: 16 },
    { price: 3, value: 12 },
    { price: 0.5, value: 2 },
  ];
  expect(paretoFrontier(points)).toEqual([points[6], points[0], points[2], points[3]]);
});

test('paretoFrontier keeps exactly the points that no other one beats', () => {
  const point = fc.record({
    price: fc.integer({ min: 1, max: 20 }),
    value: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const isBeaten = (one: (typeof points)[number]): boolean =>
        points.some(
          (other) =>
            other.value >= one.value &&
            other.price <= one.price &&
            (other.value > one.value || other.price < one.price),
        );
      expect(new Set(paretoFrontier(points))).toEqual(new Set(points.filter((one) => !isBeaten(one))));
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
  expect(fullPrompts([tiered])).toMatchObject([{ value: 1_000_000, usd: '0.2', price: 0.2 }]);
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

test('paretoFrontier keeps six models of the frozen capture, two of them equal, at the price of a full prompt', async () => {
  const frontier = paretoFrontier(fullPrompts(sortForLists(await frozenModels())));
  expect(frontier.map(({ model, value, usd }) => [model.name, shortTokens(value), cellUsd(usd)])).toEqual([
    ['Ling-2.6-flash', '262K', '$0.01'],
    ['Solar Pro 4', '524K', '$0.03'],
    ['DeepSeek V4 Flash 0423', '1.05M', '$0.0643'],
    ['DeepSeek V4 Flash 0731', '1.31M', '$0.08'],
    ['Grok 4.20', '2M', '$2.50'],
    ['Grok 4.20 Multi-Agent', '2M', '$2.50'],
  ]);
});

const indexed = (intelligence: number | null) => ({
  benchmarks: { artificialAnalysis: { intelligence, coding: 90, agentic: 90 }, designArena: [] },
});

test('indexedPrices blends the prices of paid text models with an intelligence index', () => {
  const models = [
    aModel('a/m', { ...indexed(41.5), prices: { input: '0.000001', output: '0.000005' } }),
    aModel('a/m:batch', indexed(41.5)),
    aModel('a/free', { ...indexed(30), prices: { input: '0', output: '0' } }),
    aModel('a/router', { ...indexed(30), prices: { input: '-1', output: '-1' } }),
    aModel('a/pictures', { ...indexed(30), outputModalities: ['text', 'image'] }),
    aModel('a/none', indexed(null)),
    aModel('a/plain'),
  ];
  expect(indexedPrices(models)).toMatchObject([{ model: { id: 'a/m' }, value: 41.5, usd: '2', price: 2 }]);
});
