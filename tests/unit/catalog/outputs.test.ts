import { describe, expect, it } from 'vitest';
import { foldModels } from '../../../src/catalog/group.ts';
import { byPriceState, outputInfo, OUTPUTS, outputsOf, priceState } from '../../../src/catalog/outputs.ts';
import type { PriceText } from '../../../src/catalog/facts.ts';
import { aModel } from '../../support/a-model.ts';

const model = (id: string, outputModalities: readonly string[], prices: PriceText) =>
  aModel(id, { outputModalities, prices });

describe('outputsOf and outputInfo', () => {
  it('list the known outputs, then those that a model gives', () => {
    expect(outputsOf([])).toEqual(Object.keys(OUTPUTS));
    expect(outputsOf([{ outputModalities: ['smell', 'text'] }])).toEqual([...Object.keys(OUTPUTS), 'smell']);
  });

  it.each(['', '..', 'a/b', '<script>', 'Ünknown', '__proto__', 'x'.repeat(41)])(
    'leave out an output whose name is not a plain word: %j',
    (name) => {
      expect(outputsOf([{ outputModalities: [name] }])).toEqual(Object.keys(OUTPUTS));
    },
  );

  it('call a new output by its name, even a name on a prototype', () => {
    expect(outputInfo('smell').title).toBe('Models that give smell');
    expect(outputInfo('constructor').title).toBe('Models that give constructor');
  });
});

describe('priceState', () => {
  it.each<[string, readonly string[], PriceText, ReturnType<typeof priceState>]>([
    ['text', ['text'], { input: '0.000001', output: '0.000002' }, 'priced'],
    ['a router', ['text'], { input: '-1', output: '-1' }, 'priced'],
    ['embeddings', ['embeddings'], { input: '0.000001', output: '0' }, 'priced'],
    [
      'image tokens',
      ['image'],
      { input: '0', output: '0', imageOutput: '0.00001', imageToken: '0.00001' },
      'priced',
    ],
    ['image output alone', ['image'], { input: '0', output: '0', imageOutput: '0.00001' }, 'unstated'],
    ['speech', ['speech'], { input: '0.000015', output: '0' }, 'unstated'],
    ['video', ['video'], { input: '0', output: '0' }, 'unknown'],
    ['half a price', ['text'], { input: '0.000001' }, 'unknown'],
  ])('is right for %s', (_, outputs, prices, state) => {
    expect(priceState(model('a/m', outputs, prices))).toBe(state);
  });

  it('byPriceState sorts groups into sections by their bases, in the given order', () => {
    const groups = foldModels([
      model('a/lost', ['speech'], { input: '0.1', output: '0' }),
      model('a/paid', ['speech'], { input: '0.000001', output: '0.00002' }),
      model('a/free:free', ['speech'], { input: '0', output: '0' }),
    ]);
    const parted = [...byPriceState(groups)].map(([state, some]) => [state, some.map(({ base }) => base.id)]);
    expect(parted).toEqual([
      ['priced', ['a/paid', 'a/free:free']],
      ['unstated', ['a/lost']],
    ]);
  });
});
