import { describe, expect, it } from 'vitest';
import { alternativesAmong, type Alternative } from '../../../src/catalog/alternatives.ts';
import type { Facts, TierFacts } from '../../../src/catalog/facts.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { alternativeWords, savingWords } from '../../../src/site/words/alternatives.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const perToken = (usdPerMillion: number) => (usdPerMillion / 1e6).toFixed(12);
const priced = (input: number, output = input, more: Facts['prices'] = {}) => ({
  prices: { input: perToken(input), output: perToken(output), ...more },
});
const costly = (sketch: ModelSketch = {}) => aModel('a/costly', { ...priced(10), ...sketch });
const cheap = (sketch: ModelSketch = {}, id = 'b/cheap') =>
  aModel(id, { ...priced(2.5), popularity: 1, ...sketch });
const to = (model: Model, ...others: Model[]): Alternative[] => alternativesAmong([model, ...others])(model);
const found = (model: Model, ...others: Model[]) => to(model, ...others).map((one) => one.model.id);
const savingOf = (own: ModelSketch, other: ModelSketch) => {
  const [alternative] = to(costly(own), cheap(other));
  return alternative ? savingWords(alternative.saving) : null;
};
const above = (tokens: number, prices: Facts['prices']): TierFacts => ({
  when: [{ kind: 'prompt-above', tokens }],
  prices,
});
const reasoning = {
  mandatory: false,
  defaultEnabled: null,
  defaultEffort: null,
  efforts: [],
  tokenBudget: null,
};
const scored = (intelligence: number | null, coding: number | null = null, elo: number | null = null) => ({
  benchmarks: {
    artificialAnalysis: { intelligence, coding, agentic: null },
    designArena: elo === null ? [] : [{ arena: 'models', category: 'website', elo, winRate: 50, rank: 1 }],
  },
});

describe('alternativesAmong', () => {
  it('suggests a model with the same listed features for less', () => {
    expect(to(costly(), cheap())).toEqual([
      { model: cheap(), saving: { least: '75%', most: '75%' }, lostParameters: [], benchmarks: [] },
    ]);
  });

  it.each<[string, ModelSketch, ModelSketch]>([
    ['less context', {}, { context: 131_071 }],
    ['fewer inputs', { inputModalities: ['text', 'image'] }, {}],
    ['no tools', { parameters: ['tools'] }, {}],
    ['no JSON Schema', { parameters: ['structured_outputs'] }, {}],
    ['no JSON mode', { parameters: ['response_format'] }, {}],
    ['no log probabilities', { parameters: ['logprobs'] }, {}],
    ['no web search', priced(10, 10, { webSearch: '0.01' }), {}],
    ['no prompt caching', priced(10, 10, { cacheRead: perToken(9) }), {}],
    ['no reasoning', { reasoning }, {}],
    ['reasoning that cannot be switched off', {}, { reasoning: { ...reasoning, mandatory: true } }],
    [
      'reasoning that cannot be switched off where the other’s can',
      { reasoning },
      { reasoning: { ...reasoning, mandatory: true } },
    ],
    ['closed weights', { huggingFaceId: 'a/costly' }, {}],
    ['a shorter max output', { maxOutput: 8192 }, { maxOutput: 4096 }],
    ['no listed max output', { maxOutput: 8192 }, {}],
    ['a max output below the context that is the other’s limit', {}, { maxOutput: 131_071 }],
    ['an older date', {}, { addedAt: '2025-12-31T23:59:59Z' }],
    ['no date', {}, { addedAt: null }],
    ['a day set to be removed', {}, { expiration: '2026-09-01' }],
    ['nearly the same price', {}, priced(9.6)],
    ['a higher price', {}, priced(11)],
    ['a higher input price', {}, priced(11, 1)],
    ['a higher output price', {}, priced(1, 11)],
    [
      'a higher price of cached input',
      priced(10, 10, { cacheRead: perToken(1) }),
      priced(5, 5, { cacheRead: perToken(2) }),
    ],
    ['a fee for each request', {}, priced(2.5, 2.5, { request: '0.01' })],
    [
      'a price of its own for thinking',
      { reasoning },
      { reasoning, ...priced(2.5, 2.5, { reasoning: perToken(11) }) },
    ],
    ['no price', {}, { prices: {} }],
    ['a dynamic price', {}, { prices: { input: '-1', output: '-1' } }],
    ['nothing to pay', {}, { prices: { input: '0', output: '0' } }],
    ['a tokenizer that is the answering model’s', {}, { tokenizer: 'Router' }],
  ])('does not suggest a model with %s', (_, own, other) => {
    expect(found(costly(own), cheap(other))).toEqual([]);
    const { prices = {} } = own;
    const same = {
      ...own,
      prices: { ...prices, ...priced(2.5).prices, ...(prices.cacheRead && { cacheRead: perToken(0.5) }) },
    };
    expect(found(costly(own), cheap(same))).toEqual(['b/cheap']);
  });

  it.each(['image', 'audio'])(
    'suggests nothing for models of %s output, whose own price may be most of the bill',
    (output) => {
      const outputModalities = ['text', output];
      expect(found(costly({ outputModalities }), cheap({ outputModalities }))).toEqual([]);
      expect(found(costly(), cheap({ outputModalities }))).toEqual([]);
    },
  );

  it('does not suggest a model that is lower in a benchmark that both list', () => {
    expect(found(costly(scored(50)), cheap(scored(49)))).toEqual([]);
    expect(found(costly(scored(50, 40)), cheap(scored(51, 39)))).toEqual([]);
    expect(found(costly(scored(50, null, 1200)), cheap(scored(50, null, 1199)))).toEqual([]);
    expect(to(costly(scored(50, 40, 1200)), cheap(scored(50, null, 1201)))[0]?.benchmarks).toEqual([
      'intelligence',
      'design arena',
    ]);
    expect(to(costly(scored(50)), cheap(scored(null)))[0]?.benchmarks).toEqual([]);
  });

  it('names the parameters that a suggestion lacks', () => {
    const [alternative] = to(
      costly({ parameters: ['seed', 'stop', 'top_p'] }),
      cheap({ parameters: ['top_p'] }),
    );
    expect(alternative?.lostParameters).toEqual(['seed', 'stop']);
    expect(to(costly({ parameters: ['seed'] }), cheap({ parameters: null }))[0]?.lostParameters).toEqual([
      'seed',
    ]);
  });

  it('requires a suggestion to cost no more for any prompt up to the model’s context, and gives the range of savings', () => {
    const tiers = (usd: number) => [above(100_000, priced(usd).prices)];
    expect(savingOf({}, { tiers: tiers(11) })).toBeNull();
    expect(savingOf({}, { tiers: tiers(9.8) })).toBeNull();
    expect(savingOf({}, { tiers: tiers(9) })).toBe('10–75% cheaper');
    expect(savingOf({ tiers: tiers(20) }, { tiers: tiers(11) })).toBe('45–75% cheaper');
    expect(savingOf({ context: 100_000 }, { tiers: tiers(11) })).toBe('75% cheaper');
  });

  it('requires a suggestion to cost no more at any hour', () => {
    const peak = (usd: number) => [
      { when: [{ kind: 'utc-window' as const, start: 60, end: 240 }], prices: priced(usd).prices },
    ];
    expect(savingOf({}, { tiers: peak(11) })).toBeNull();
    expect(savingOf({}, { tiers: peak(5) })).toBe('50–75% cheaper');
    expect(savingOf({ tiers: peak(2) }, {})).toBeNull();
  });

  it('rounds a saving half up on decimals, and never to 100%', () => {
    expect(savingOf(priced(8), priced(1.08))).toBe('87% cheaper');
    expect(savingOf(priced(200), priced(1))).toBe('99.5% cheaper');
  });

  it('compares embedding models by their input price, the only price that both bill', () => {
    const embeds = (usd: string) => ({
      outputModalities: ['embeddings'],
      prices: { input: usd, output: '0' },
    });
    expect(savingOf(embeds('2e-8'), embeds('1e-8'))).toBe('50% cheaper');
    expect(
      savingOf(embeds('2e-8'), { outputModalities: ['embeddings', 'text'], ...priced(0.001) }),
    ).toBeNull();
  });

  it('suggests nothing for a model whose price is unstated, unknown or per image token', () => {
    const speaks = { outputModalities: ['speech'], prices: { input: '0.00002', output: '0' } };
    expect(savingOf(speaks, { ...speaks, prices: { input: '0.00001', output: '0' } })).toBeNull();
    const draws = {
      outputModalities: ['image'],
      prices: { input: '0', output: '0', imageOutput: '3e-5', imageToken: '3e-5' },
    };
    expect(
      savingOf(draws, { ...draws, prices: { ...draws.prices, imageOutput: '1e-5', imageToken: '1e-5' } }),
    ).toBeNull();
    expect(savingOf({ prices: {} }, {})).toBeNull();
  });

  it('suggests nothing for a model that lists no modalities or no context', () => {
    expect(savingOf({ outputModalities: [] }, {})).toBeNull();
    expect(savingOf({ inputModalities: [] }, {})).toBeNull();
    expect(savingOf({ context: null }, {})).toBeNull();
  });

  it('never suggests a variant, an alias or the model itself', () => {
    expect(found(costly(), cheap({}, 'b/cheap:batch'), cheap({}, '~b/latest'))).toEqual([]);
  });

  it('suggests nothing for a free model or an alias', () => {
    expect(found(costly({ prices: { input: '0', output: '0' } }), cheap())).toEqual([]);
    expect(found(aModel('~a/latest', priced(10)), cheap())).toEqual([]);
  });

  it('suggests models for a variant', () => {
    expect(found(aModel('a/m:thinking', priced(10)), cheap())).toEqual(['b/cheap']);
  });

  it('lists at most three suggestions and two of one author, most used first, then most expensive', () => {
    const others = [
      cheap({ popularity: null, ...priced(1) }, 'e/unused-cheaper'),
      cheap({ popularity: null, ...priced(2) }, 'd/unused'),
      cheap({ popularity: 3 }, 'b/third'),
      cheap({ popularity: 2 }, 'b/second'),
      cheap({ popularity: 1 }, 'b/first'),
    ];
    expect(found(costly(), ...others)).toEqual(['b/first', 'b/second', 'd/unused']);
    expect(alternativesAmong(others)(costly(), 1)).toHaveLength(1);
  });
});

describe('alternativeWords', () => {
  const wordsOf = (own: ModelSketch, other: ModelSketch) => {
    const model = costly(own);
    return to(model, cheap(other)).map((one) => alternativeWords(model, one))[0];
  };

  it('name what the alternative has beyond the model', () => {
    const more = {
      addedAt: '2026-02-01T00:00:00Z',
      context: 1_048_576,
      inputModalities: ['text', 'video', 'image'],
      parameters: ['tools', 'response_format'],
      maxOutput: 131_072,
    };
    expect(wordsOf({ maxOutput: 8192 }, more)).toBe(
      'Newer; longer context (1.05M); also tools, JSON mode, vision and video input; max output 131K.',
    );
  });

  it('call two contexts the same when they look the same', () => {
    expect(wordsOf({ context: 1_048_576 }, { context: 1_050_000 })).toBe(
      'Listed on the same day; same context.',
    );
  });

  it('name lost parameters, thinking by default and compared benchmarks', () => {
    const thinks = { reasoning: { ...reasoning, defaultEnabled: true } };
    expect(wordsOf({ parameters: ['seed', 'stop'] }, thinks)).toMatch(
      / also reasoning\. Does not list the parameters seed and stop\. Thinks unless that is switched off\.$/,
    );
    expect(wordsOf({ parameters: ['seed'] }, {})).toMatch(/\. Does not list the parameter seed\.$/);
    expect(wordsOf(scored(50, 40), scored(50, 41))).toMatch(
      /\. Not lower in what both list: intelligence index and coding index\.$/,
    );
    expect(wordsOf({ ...thinks }, { ...thinks })).toBe('Listed on the same day; same context.');
  });
});
