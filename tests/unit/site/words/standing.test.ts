import { expect, it } from 'vitest';
import { standingsAmong } from '../../../../src/catalog/standing.ts';
import { peersWords, standingWords } from '../../../../src/site/words/standing.ts';
import { aModel } from '../../../support/a-model.ts';

const models = [
  aModel('a/one', { maxOutput: 1000 }),
  aModel('a/two', { prices: { input: '2e-6', output: '4e-6' } }),
  aModel('a/three', { prices: { input: '0', output: '4e-6' } }),
  aModel('a/free', { prices: { input: '0', output: '0' } }),
];
const peersOf = (id: string) =>
  peersWords(standingsAmong(models)(models.find((one) => one.id === id) ?? aModel(id)));

it('peersWords names the peers of each percentile and their number', () => {
  expect(peersOf('a/two')).toBe(
    'Compared with 1 other paid text model by input price of short prompts, 2 other paid text models by output price of short prompts and 3 text models by context, without variants.',
  );
  expect(peersOf('a/free')).toBe('Compared with 3 text models by context, without variants.');
  expect(peersWords({ input: null, output: null, context: null, maxOutput: null })).toBeNull();
});

it('standingWords names the prompts for which a percentile holds', () => {
  const standing = { share: 0.3, among: 9, words: 'cheaper than 67%' };
  expect(standingWords({ ...standing, scope: null })).toBe('cheaper than 67%');
  expect(standingWords({ ...standing, scope: 'up to 200K' })).toBe('cheaper than 67% (up to 200K)');
});
