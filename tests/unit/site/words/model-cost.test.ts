import { describe, expect, it } from 'vitest';
import { costedOf } from '../../../../src/catalog/cost/cost.ts';
import { typicalCost, typicalWorkload } from '../../../../src/catalog/cost/typical.ts';
import type { Model } from '../../../../src/catalog/model.ts';
import { typicalCostWords } from '../../../../src/site/words/model-cost.ts';
import { aModel } from '../../../support/a-model.ts';

const words = (model: Model, isPast = false): string =>
  typicalCostWords(typicalCost(model), typicalWorkload(costedOf(model)), isPast);

describe('typicalCostWords', () => {
  it('give the cost of a typical chat, of a retired model at its last prices', () => {
    const chat = 'for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month.';
    expect(words(aModel('a/m'))).toBe(`$28.00 a month ${chat}`);
    expect(words(aModel('a/m'), true)).toBe(`$28.00 a month, at its last prices, ${chat}`);
  });

  it('say why there is none', () => {
    expect(words(aModel('a/m', { prices: { input: '-1', output: '-1' } }))).toBe(
      'No cost for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month. The price depends on the model that answers.',
    );
  });
});
