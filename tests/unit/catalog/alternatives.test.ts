import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesAmong, whyNotCompared, type Alternative } from '../../../src/catalog/alternatives.ts';
import { costedOf, costOf } from '../../../src/catalog/cost/cost.ts';
import { compareDecimals, decimalOf } from '../../../src/catalog/decimal.ts';
import { typicalCost, typicalUsd, typicalWorkload } from '../../../src/catalog/cost/typical.ts';
import type { Facts, TierFacts } from '../../../src/catalog/facts.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { differenceWords } from '../../../src/catalog/price-difference.ts';
import { comparisonWords, noneWords, stepWords, typicalWords } from '../../../src/site/words/alternatives.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const perToken = (usdPerMillion: number) => (usdPerMillion / 1e6).toFixed(12);
const priced = (input: number, output = input, more: Facts['prices'] = {}) => ({
  prices: { input: perToken(input), output: perToken(output), ...more },
});
const costly = (sketch: ModelSketch = {}) => aModel('a/costly', { ...priced(10), ...sketch });
const cheap = (sketch: ModelSketch = {}, id = 'b/cheap') =>
  aModel(id, { ...priced(2.5), popularity: 1, ...sketch });
const to = (model: Model, ...others: Model[]): readonly Alternative[] =>
  alternativesAmong([model, ...others]).sameFor(model);
const near = (model: Model, ...others: Model[]): readonly Alternative[] =>
  alternativesAmong([model, ...others]).nearFor(model);
const found = (model: Model, ...others: Model[]) => to(model, ...others).map((one) => one.model.id);
const savingOf = (own: ModelSketch, other: ModelSketch) => {
  const [alternative] = to(costly(own), cheap(other));
  const usd = typicalUsd(costly(own));
  return alternative && usd !== null ? differenceWords(alternative.usd, usd, 0) : null;
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
    // 20M tokens in and 4M out, at $2.50 a million.
    expect(to(costly(), cheap())).toEqual([
      { model: cheap(), usd: '60', gains: [], losses: [], benchmarks: [], lower: [] },
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
    ['a day set to be removed', {}, { expiration: '2026-09-01' }],
    ['a price less than one percent lower', {}, priced(9.95)],
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
    expect(alternative?.losses).toEqual([{ kind: 'parameters', lost: ['seed', 'stop'] }]);
  });

  it('requires a suggestion to cost no more for any prompt up to the model’s context', () => {
    const tiers = (usd: number) => [above(100_000, priced(usd).prices)];
    expect(savingOf({}, { tiers: tiers(11) })).toBeNull();
    expect(savingOf({}, { tiers: tiers(10) })).toBe('75% cheaper');
    expect(savingOf({ tiers: tiers(20) }, { tiers: tiers(11) })).toBe('75% cheaper');
    expect(savingOf({ context: 100_000 }, { tiers: tiers(11) })).toBe('75% cheaper');
  });

  it('requires a suggestion to cost no more at any hour', () => {
    const peak = (usd: number) => [
      { when: [{ kind: 'utc-window' as const, start: 60, end: 240 }], prices: priced(usd).prices },
    ];
    expect(savingOf({}, { tiers: peak(11) })).toBeNull();
    // At 5 for an eighth of the day, else at 2.50.
    expect(savingOf({}, { tiers: peak(5) })).toBe('72% cheaper');
    expect(savingOf({ tiers: peak(2) }, {})).toBeNull();
  });

  it('suggests older models, too', () => {
    expect(found(costly(), cheap({ addedAt: '2024-05-01T00:00:00Z' }))).toEqual(['b/cheap']);
    expect(found(costly(), cheap({ addedAt: null }))).toEqual(['b/cheap']);
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
  });
});

describe('alternativesAmong, cheaper with something missing', () => {
  it('keeps the only model that costs less at a workload, however many others of the same price are used more', () => {
    const own = costly(priced(10, 10, { cacheRead: perToken(9) }));
    const many = (count: number, author: string, sketch: ModelSketch) =>
      Array.from({ length: count }, (_, place) =>
        aModel(`${author}${place}/m`, { ...priced(10, 10, { cacheRead: perToken(1) }), ...sketch }),
      );
    const mostUsed = many(150, 'used', { popularity: 1, context: 1_000 });
    // They cost less where input is cached.
    const alike = many(30, 'alike', { popularity: 2 });
    const last = cheap({ ...priced(2.5, 2.5, { cacheRead: perToken(1) }), popularity: 3 });
    const { sameAtAnyCost } = alternativesAmong([own, ...mostUsed, ...alike, last]);
    expect(sameAtAnyCost(own)).toHaveLength(31);
    expect(sameAtAnyCost(own).at(-1)).toBe(last.id);
  });

  it('ends the models for any workload after 24 that always cost less and are not among the most used', () => {
    const many = Array.from({ length: 200 }, (_, place) => cheap({ popularity: place }, `b${place}/cheap`));
    expect(alternativesAmong([costly(), ...many]).sameAtAnyCost(costly())).toHaveLength(150);
    const unused = many.slice(0, 40).map((model) => ({ ...model, popularity: 1_000 }));
    const used = Array.from({ length: 150 }, (_, place) => cheap({ context: 1_000 }, `c${place}/used`));
    expect(alternativesAmong([costly(), ...used, ...unused]).sameAtAnyCost(costly())).toHaveLength(24);
  });

  it('suggests cheaper models that lack something, those that lack the least first', () => {
    const own = costly({ inputModalities: ['text', 'image', 'file'], parameters: ['tools'] });
    const most = cheap({ popularity: 1 }, 'b/most');
    const least = cheap(
      { popularity: 3, inputModalities: ['text', 'image'], parameters: ['tools'] },
      'c/least',
    );
    expect(near(own, most, least).map(({ model }) => model.id)).toEqual(['c/least', 'b/most']);
    expect(near(own, most, least)[0]?.losses).toEqual([{ kind: 'modality', side: 'input', lost: ['file'] }]);
  });

  it.each<[string, ModelSketch]>([
    ['costs more', priced(11)],
    ['lacks nothing', {}],
    ['does not give what the model gives', { outputModalities: ['embeddings'] }],
    ['has a much shorter context', { context: 1024, maxOutput: 512 }],
    ['is free', { prices: { input: '0', output: '0' } }],
    ['has a removal date', { expiration: '2026-09-01', context: 65_536 }],
  ])('does not suggest a model that %s', (_, other) => {
    expect(near(costly(), cheap(other))).toEqual([]);
  });

  it('names a price that is higher, and counts it as much as a lost feature', () => {
    const own = costly({ ...priced(10, 1), parameters: ['tools'] });
    const risen = cheap({ ...priced(1, 2), parameters: ['tools'] }, 'b/risen');
    const [first] = near(own, risen, cheap({ ...priced(1, 2) }, 'c/without-tools'));
    expect(first?.model.id).toBe('b/risen');
    expect(first?.losses).toMatchObject([{ kind: 'price', key: 'output' }]);
  });

  it('names benchmarks in which a model is lower', () => {
    const [first] = near(costly(scored(50, 40)), cheap(scored(49, 41)));
    expect(first).toMatchObject({ benchmarks: ['intelligence', 'coding'], lower: ['intelligence'] });
  });
});

describe('closestTo', () => {
  const closest = (own: Model, ...others: Model[]) => alternativesAmong(others).closestTo(own)?.id ?? null;

  it('picks the model that lacks the least, then the one with the closest cost, then the most used', () => {
    const own = costly({ parameters: ['tools'] });
    const tools = { parameters: ['tools'] };
    const plain = cheap({ ...priced(10), popularity: 1 }, 'b/plain');
    expect(closest(own, plain, cheap({ ...tools, popularity: 2 }, 'c/tools'))).toBe('c/tools');
    const [far, close] = [
      cheap({ ...tools, popularity: 2 }, 'c/far'),
      cheap({ ...tools, ...priced(9) }, 'd/close'),
    ];
    expect(closest(own, far, close)).toBe('d/close');
    expect(closest(own, cheap({ ...tools, ...priced(9), popularity: 2 }, 'e/less'), close)).toBe('d/close');
  });

  it.each<[string, ModelSketch]>([
    ['lacks a modality', {}],
    ['costs many times as much', { inputModalities: ['text', 'image'], ...priced(200) }],
    ['has a removal date', { inputModalities: ['text', 'image'], expiration: '2026-09-01' }],
  ])('never picks a model that %s', (_, other) => {
    const own = costly({ inputModalities: ['text', 'image'] });
    expect(closest(own, cheap(other))).toBeNull();
    expect(closest(own, cheap({ inputModalities: ['text', 'image'] }))).toBe('b/cheap');
  });

  it('never picks the base or a variant of the model', () => {
    expect(closest(aModel('b/cheap:thinking', priced(10)), cheap())).toBeNull();
  });
});

describe('whyNotCompared', () => {
  it.each<[string, Model, string | null]>([
    ['a paid text model', costly(), null],
    [
      'an alias',
      aModel('~a/latest', priced(10)),
      'An alias is not compared; the model that it stands for is.',
    ],
    ['a free model', costly({ prices: { input: '0', output: '0' } }), 'It is free.'],
    [
      'a router',
      costly({ prices: { input: '-1', output: '-1' } }),
      'The price depends on the model that answers.',
    ],
    ['a short context', costly({ context: 2048 }), 'A request needs 2,400 tokens, and the context is 2,048.'],
    ['no context', costly({ context: null }), 'Its context or its modalities are not stated.'],
    [
      'sound',
      costly({ outputModalities: ['text', 'audio'] }),
      'It gives more than text, and the prices of pictures and sound cannot be compared.',
    ],
  ])('says for %s what it says', (_, model, words) => {
    expect(whyNotCompared(model, typicalCost(model))).toBe(words);
  });
});

describe('comparisonWords', () => {
  const wordsOf = (own: ModelSketch, other: ModelSketch) => {
    const model = costly(own);
    const [first] = [...to(model, cheap(other)), ...near(model, cheap(other))];
    return first && comparisonWords(model, first);
  };

  it('name what the other model has beyond the model', () => {
    const more = {
      addedAt: '2026-02-01T00:00:00Z',
      context: 1_048_576,
      inputModalities: ['text', 'video', 'image'],
      parameters: ['tools', 'response_format', 'seed'],
      maxOutput: 131_072,
    };
    expect(wordsOf({ maxOutput: 8192 }, more)?.gain).toBe(
      'newer, 918K more context, max output 131K, image input, video input, tools, JSON mode, 1 more parameter',
    );
  });

  it('name what is lost, every parameter too', () => {
    expect(
      wordsOf(
        {
          addedAt: '2026-02-01T00:00:00Z',
          inputModalities: ['text', 'file'],
          parameters: ['tools', 'seed', 'stop'],
          maxOutput: 8192,
          huggingFaceId: 'a/costly',
        },
        { context: 100_000, maxOutput: 4096 },
      )?.lose,
    ).toBe(
      'older (added January 2026), 31K of context, 4.1K of max output, file input, tools, open weights, the parameters seed and stop',
    );
    expect(wordsOf({ parameters: ['seed'] }, {})?.lose).toBe('the parameter seed');
  });

  it('name a price that is higher, reasoning by default and lower benchmarks', () => {
    const thinks = { reasoning: { ...reasoning, defaultEnabled: true } };
    expect(wordsOf(priced(10, 1), { ...priced(1, 2), ...thinks })?.lose).toBe(
      'output 100% more expensive, reasons unless that is turned off',
    );
    expect(wordsOf({ reasoning }, { reasoning: { ...reasoning, mandatory: true } })?.lose).toBe(
      'reasoning cannot be turned off',
    );
    expect(wordsOf(scored(50, 40), scored(49, 41))).toMatchObject({
      lose: 'lower intelligence index',
      quality: '',
    });
    expect(wordsOf(scored(50, 40), scored(50, 41))?.quality).toBe(
      'Not lower in what both list: intelligence index and coding index.',
    );
    expect(wordsOf({}, {})).toEqual({ gain: '', lose: '', quality: '' });
  });
});

describe('comparisonWords of limits', () => {
  const lose = (own: ModelSketch, other: ModelSketch) => {
    const [model, cheaper] = [costly(own), cheap(other)];
    const [found] = near(model, cheaper);
    return found && comparisonWords(model, found).lose;
  };

  it.each<[string, ModelSketch, ModelSketch]>([
    ['max output not stated', { maxOutput: 8192 }, { maxOutput: null }],
    ['max output limited to 16K', { maxOutput: null }, { maxOutput: 16_384 }],
    ['max output 65,535 instead of 65,536', { maxOutput: 65_536 }, { maxOutput: 65_535 }],
    ['57K of max output', { maxOutput: 65_536 }, { maxOutput: 8192 }],
    ['context 131,071 instead of 131,072', {}, { context: 131_071 }],
  ])('name "%s"', (words, own, other) => {
    expect(lose(own, other)).toBe(words);
  });

  it('name a price that only the other model has', () => {
    expect(lose({}, priced(2.5, 2.5, { cacheWrite: perToken(20) }))).toBe('cache write 100% more expensive');
  });

  it('are never empty in a model with something missing, whatever the limits', () => {
    const limit = fc.constantFrom(null, 1000, 4096, 131_071, 131_072, 200_000);
    fc.assert(
      fc.property(limit, limit, limit, (mine, theirs, context) => {
        expect(lose({ maxOutput: mine }, { maxOutput: theirs, context: context ?? 262_144 })).not.toBe('');
      }),
    );
  });
});

describe('sentences about alternatives', () => {
  it('say that none was found, or why a model is not compared', () => {
    expect(noneWords(null)).toBe(
      'None. No other paid model has all of its listed features and limits, has no higher price, and costs less.',
    );
    expect(noneWords('It is free.')).toBe('Not compared. It is free.');
  });

  it('name the typical workload and the step in a family', () => {
    expect(typicalWords(typicalWorkload({ givesText: true }))).toBe(
      'a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month',
    );
    expect(typicalWords(typicalWorkload({ givesText: false }))).toBe(
      'a typical month: 1K in, 0 out, 10,000 requests a month',
    );
    expect([stepWords(decimalOf(2), decimalOf(1)), stepWords(decimalOf(1), decimalOf(2))]).toEqual([
      'A step up',
      'A step down',
    ]);
  });
});

describe('sameFor', () => {
  it('never suggests a model that costs more for any workload of the model', () => {
    const usd = fc.constantFrom(0.1, 0.5, 1, 2, 3, 10);
    const sketch = fc
      .record({
        input: usd,
        output: usd,
        cacheRead: usd,
        cacheWrite: usd,
        edge: fc.integer({ min: 1, max: 150_000 }),
      })
      .chain((base) =>
        fc.record({
          prices: fc.constant(
            priced(base.input, base.output, {
              cacheRead: perToken(base.cacheRead),
              cacheWrite: perToken(base.cacheWrite),
            }).prices,
          ),
          tiers: fc.oneof(
            fc.constant([]),
            fc.tuple(usd, usd).map(([input, output]) => [above(base.edge, priced(input, output).prices)]),
          ),
        }),
      );
    const share = fc.constantFrom(0, 0.25, 0.5);
    const workload = fc.record({
      inputTokens: fc.integer({ min: 1, max: 131_072 }),
      outputTokens: fc.constant(0),
      thinkingTokens: fc.constant(0),
      cachedShare: share,
      cacheWriteShare: share,
      searches: fc.constant(0),
      requestsPerMonth: fc.constant(1000),
      isBatch: fc.constant(false),
    });
    fc.assert(
      fc.property(sketch, sketch, workload, fc.integer({ min: 0, max: 5000 }), (own, other, load, out) => {
        const [mine, theirs] = [costly(own), cheap(other)];
        if (to(mine, theirs).length === 0) return;
        const use = { ...load, outputTokens: Math.min(out, 131_072 - load.inputTokens) };
        const [cost, less] = [mine, theirs].map((model) => costOf(costedOf(model), use));
        if (cost?.kind !== 'cost' || less?.kind !== 'cost') throw new Error('a cost is missing');
        expect(compareDecimals(less.usd, cost.usd)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
