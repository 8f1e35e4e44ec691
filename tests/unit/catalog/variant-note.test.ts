import { describe as group, expect, it, test } from 'vitest';
import { variantNote } from '../../../src/catalog/variant-note.ts';
import { describe, metaDescription } from '../../../src/catalog/describe.ts';
import { VARIANTS, variantAbout } from '../../../src/catalog/variants.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';
import { frozenModels } from '../../support/frozen-models.ts';

const NOW = '2026-08-22T00:00:00.000Z';
const noteOf = (batch: ModelSketch, base: ModelSketch) =>
  variantNote(aModel('a/m:batch', batch), aModel('a/m', base));
const prices = (input: string, output: string) => ({ prices: { input, output } });

group('the note of a batch row', () => {
  it.each([
    ['half the price', prices('1e-6', '2e-6'), '50% cheaper than the base, input and output.'],
    ['the same price', prices('2e-6', '4e-6'), 'The same price as the base, input and output.'],
    [
      'a higher price',
      prices('2.898e-6', '5.796e-6'),
      '44.9% more expensive than the base, input and output.',
    ],
    [
      'two factors',
      prices('2.1e-6', '4e-6'),
      'Compared with the base, input is 5% more expensive and output is the same.',
    ],
    [
      'a fraction of a percent',
      prices('1.9999e-6', '3.9998e-6'),
      'Under 0.1% cheaper than the base, input and output.',
    ],
    [
      'nearly nothing to pay',
      prices('1e-10', '2e-10'),
      'Over 99.9% cheaper than the base, input and output.',
    ],
    ['nothing to pay', prices('0', '0'), 'Free, and the base is not, input and output.'],
    [
      'many times the price',
      prices('6.6e-6', '13.2e-6'),
      '3.3 times as expensive as the base, input and output.',
    ],
  ])('gives the factor of %s', (_, batch, note) => {
    expect(noteOf(batch, prices('2e-6', '4e-6'))).toBe(note);
  });

  it('rounds half up on decimals', () => {
    // 0.9995 of the base is 0.05% less, which a double makes 0.04999…
    expect(noteOf(prices('1.9990e-6', '1.9990e-6'), prices('2e-6', '2e-6'))).toMatch(/^0\.1% cheaper/);
  });

  it('takes prices that agree in twelve digits as equal', () => {
    expect(noteOf(prices('0.0000006000000000000001', '1e-6'), prices('6e-7', '1e-6'))).toMatch(
      /^The same price/,
    );
  });

  it('names no output when neither row bills output', () => {
    const embeds = { outputModalities: ['embeddings'], ...prices('1e-8', '0') };
    expect(noteOf(embeds, { ...embeds, ...prices('2e-8', '0') })).toBe('50% cheaper than the base.');
  });

  it('names the prompt lengths for which it holds', () => {
    const tier = (input: string, output: string) => [
      { when: [{ kind: 'prompt-above', tokens: 200_000 } as const], prices: { input, output } },
    ];
    const base = { ...prices('2e-6', '4e-6'), tiers: tier('4e-6', '8e-6'), context: 1_000_000 };
    const batch = { ...prices('1e-6', '2e-6'), context: 1_000_000 };
    expect(noteOf({ ...batch, tiers: tier('2e-6', '4e-6') }, base)).toMatch(/^50% cheaper/);
    expect(noteOf(batch, base)).toBe(
      'Prompts up to 200K tokens: 50% cheaper than the base, input and output.',
    );
    expect(noteOf({ ...batch, context: 200_000 }, base)).toMatch(/^50% cheaper/);
  });

  it.each([
    ['dynamic', prices('-1', '-1')],
    ['unknown', { prices: {} }],
    ['of no stated unit', { ...prices('1e-6', '0'), outputModalities: ['speech'] }],
  ])('gives no note when a price is %s', (_, sketch) => {
    expect(noteOf(sketch, prices('2e-6', '4e-6'))).toBeNull();
    expect(noteOf(prices('2e-6', '4e-6'), sketch)).toBeNull();
  });
});

test('the fixed words of the batch variant do not promise a lower price', () => {
  expect(VARIANTS.batch.about).not.toMatch(/price|half|cheap/);
});

test('variantAbout does not compare prices when the base is not listed', () => {
  expect(variantAbout(aModel('a/m:batch'), null)).toBe(VARIANTS.batch.about);
});

test('variantNote finds the three batch rows of the frozen capture that cost more than their base', async () => {
  const models = await frozenModels();
  const notes = new Map(
    models.flatMap((model) => {
      const base = models.find(({ id }) => id === model.baseId);
      return model.variant === 'batch' && base ? [[model.id, variantNote(model, base)] as const] : [];
    }),
  );
  const odd = [...notes].filter(([, note]) => note !== '50% cheaper than the base, input and output.');
  expect(notes.size).toBe(60);
  expect(Object.fromEntries(odd)).toEqual({
    'z-ai/glm-5.2:batch': '44.9% more expensive than the base, input and output.',
    'moonshotai/kimi-k2.7-code:batch':
      'Compared with the base, input is 41.8% more expensive and output is 17.6% more expensive.',
    'thinkingmachines/inkling:batch':
      'Compared with the base, input is 5.3% more expensive and output is the same.',
    'minimax/minimax-m3:batch': 'The same price as the base, input and output.',
    'nvidia/nemotron-3-ultra-550b-a55b:batch': 'The same price as the base, input and output.',
  });
});

test('the descriptions of a batch row name its price factor', async () => {
  const models = await frozenModels();
  const [batch, base] = ['z-ai/glm-5.2:batch', 'z-ai/glm-5.2'].map((id) =>
    models.find((model) => model.id === id),
  );
  if (!batch || !base) throw new Error('The capture does not hold the row.');
  expect(describe(batch, { base, now: NOW })).toContain('44.9% more expensive than the base');
  expect(metaDescription(batch, '', base)).toContain('44.9% more expensive than the base');
});
