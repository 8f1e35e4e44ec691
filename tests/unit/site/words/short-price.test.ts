import { expect, it } from 'vitest';
import { shortPrice } from '../../../../src/site/words/short-price.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';

it.each<[string, ModelSketch]>([
  ['$1.00 in, $2.00 out / M tokens', {}],
  ['$0.0643 in, $0.10 out / M tokens', { prices: { input: '0.00000006431', output: '0.0000001' } }],
  ['free', { prices: { input: '0', output: '0' } }],
  ['price dynamic', { prices: { input: '-1', output: '-1' } }],
  ['$1.00 in / M tokens, free out', { prices: { input: '0.000001', output: '0' } }],
  ['$1.00 in / M tokens', { prices: { input: '0.000001', output: '0' }, outputModalities: ['embeddings'] }],
  ['$1.00 in / M tokens, output not given', { prices: { input: '0.000001' } }],
  ['price not given', { prices: {} }],
  ['input unit not stated', { prices: { input: '0.1', output: '0' }, outputModalities: ['speech'] }],
  [
    'image output $30.00 / M image tokens',
    {
      prices: { input: '0', output: '0', imageOutput: '0.00003', imageToken: '0.00003' },
      outputModalities: ['image'],
    },
  ],
  [
    '$1.00 in, $2.00 out / M tokens, $0.01 / request',
    { prices: { input: '0.000001', output: '0.000002', request: '0.01' } },
  ],
  [
    '$2.00 in, $12.00 out / M tokens, image output $120 / M image tokens',
    {
      prices: { input: '0.000002', output: '0.000012', imageOutput: '0.00012' },
      outputModalities: ['image', 'text'],
    },
  ],
  ['free, $0.01 / request', { prices: { input: '0', output: '0', request: '0.01' } }],
  [
    '$1.00 in, $2.00 out / M tokens, other prices above 200K',
    { tiers: [{ when: [{ kind: 'prompt-above', tokens: 200_000 }], prices: { input: '0.000002' } }] },
  ],
])('shortPrice says "%s"', (text, sketch) => {
  expect(shortPrice(aModel('maker/a', sketch))).toBe(text);
});
