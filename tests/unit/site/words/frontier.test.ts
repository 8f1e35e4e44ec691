import { expect, it } from 'vitest';
import { decimalOf } from '../../../../src/catalog/decimal.ts';
import { frontierDescription, pointWords } from '../../../../src/site/words/frontier.ts';
import { aModel } from '../../../support/a-model.ts';

const point = (name: string) => ({ model: aModel('a/m', { name }), value: 1, price: 1, usd: decimalOf(1) });
const words = (...names: readonly string[]): string =>
  frontierDescription({
    points: Array.from({ length: 1321 }, () => point('other')),
    frontier: names.map(point),
    peers: 'paid text models',
    valueName: 'Context',
    priceName: 'Input, full prompt',
  });

it('frontierDescription names the axes and the models on the line', () => {
  expect(words('One', 'Two')).toBe(
    '1,321 paid text models: context grows to the right, input, full prompt falls to the top. On the line are One and Two: no other has at least as much for less, or more for as little.',
  );
  expect(words('One')).toContain('On the line is One:');
});

it('pointWords names a point with both figures', () => {
  expect(pointWords('Solar Pro 4', '524K', '$0.03')).toBe('Solar Pro 4: 524K, $0.03');
});
