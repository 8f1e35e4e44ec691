import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNumber } from '../../../src/catalog/decimal.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { standingOfRank, standingsAmong, type StandingKey } from '../../../src/catalog/standing.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';
import { frozenModels } from '../../support/frozen-models.ts';

const perMillion = (usd: number) => (usd / 1e6).toFixed(12);
const at = (id: string, usd: number, context = 1000) =>
  aModel(id, { prices: { input: perMillion(usd), output: perMillion(usd) }, context });
const prices = { input: '0.000003', output: '0.000003' };

/** Worse, equal, better: `2 worse, 1 equal, 2 better of 5`. */
const inWords = (models: readonly Model[], model: Model, key: StandingKey = 'input') => {
  const standing = standingsAmong(models)(model)?.of[key];
  if (!standing) return null;
  const { worse, equal, better, among } = standing;
  return `${worse} worse, ${equal} equal, ${better} better of ${among}`;
};

describe('standingsAmong', () => {
  const five = [1, 2, 3, 4, 5].map((usd) => at(`a/m${usd}`, usd, usd * 1000));
  const third = at('a/m3', 3, 3000);

  it('counts the peers with a better and with a worse figure: lower prices and higher limits are better', () => {
    expect(five.map((model) => inWords(five, model))).toEqual([
      '4 worse, 0 equal, 0 better of 5',
      '3 worse, 0 equal, 1 better of 5',
      '2 worse, 0 equal, 2 better of 5',
      '1 worse, 0 equal, 3 better of 5',
      '0 worse, 0 equal, 4 better of 5',
    ]);
    expect(inWords(five, five[0] ?? third, 'context')).toBe('0 worse, 0 equal, 4 better of 5');
    expect(inWords(five, five[4] ?? third, 'context')).toBe('4 worse, 0 equal, 0 better of 5');
  });

  it('counts figures within 1% of each other as equal, and says whether they are exactly equal', () => {
    const contexts = [500_000, 1_048_576, 1_050_000, 2_000_000, 3_000_000];
    const models = contexts.map((context, i) => at(`a/m${i}`, 1, context));
    const [, short, long] = models;
    expect(inWords(models, short ?? third, 'context')).toBe('1 worse, 1 equal, 2 better of 5');
    expect(inWords(models, long ?? third, 'context')).toBe('1 worse, 1 equal, 2 better of 5');
    const standings = standingsAmong(models)(short ?? third);
    expect(standings?.of.context?.isExact).toBe(false);
    expect(standings?.of.input).toMatchObject({ equal: 4, isExact: true });
  });

  it('gives an alias and a variant the standing of a base model with the same figure', () => {
    const ofFive = standingsAmong(five);
    const { input } = ofFive(third)?.of ?? {};
    for (const id of ['~a/m-latest', 'a/m3:batch']) {
      expect(ofFive(at(id, 3, 3000))?.of.input).toEqual({ ...input, equal: 1 });
    }
  });

  it('compares with base models that have a price and the same outputs', () => {
    const others = [
      at('a/m:batch', 0.1),
      at('~a/latest', 0.1),
      aModel('a/free', { prices: { input: '0', output: '0' } }),
      aModel('a/router', { prices: { input: '-1', output: '-1' } }),
      aModel('a/draws', { outputModalities: ['text', 'image'] }),
      aModel('a/silent', { outputModalities: [] }),
    ];
    expect(inWords([...five, ...others], third)).toBe('2 worse, 0 equal, 2 better of 5');
    expect(inWords([...five, ...others], third, 'context')).toBe('2 worse, 0 equal, 2 better of 5');
    expect(standingsAmong([...five, ...others])(third)?.peers).toBe(5);
  });

  it('compares models of other outputs with each other', () => {
    const embeddings = [1, 2, 3, 4, 5].map((usd) =>
      aModel(`a/e${usd}`, {
        prices: { input: perMillion(usd), output: '0' },
        outputModalities: ['embeddings'],
      }),
    );
    const [cheapest] = embeddings;
    const standings = standingsAmong([...five, ...embeddings])(cheapest ?? third);
    expect(standings).toMatchObject({ outputs: ['embeddings'], peers: 5 });
    expect(standings?.of.input).toMatchObject({ worse: 4, better: 0, among: 5 });
    expect(standings?.of.output).toBeUndefined();
  });

  it('never compares prices of image tokens, of requests or without a stated unit', () => {
    const models = [1, 2, 3, 4, 5].flatMap((usd) => [
      aModel(`a/i${usd}`, {
        prices: { input: '0', output: '0', imageOutput: perMillion(usd) },
        outputModalities: ['image'],
      }),
      aModel(`a/s${usd}`, {
        prices: { input: perMillion(usd), output: '0' },
        outputModalities: ['speech'],
        context: null,
      }),
    ]);
    const ofAll = standingsAmong(models);
    for (const model of models) {
      expect(Object.keys(ofAll(model)?.of ?? {}).filter((key) => key !== 'context')).toEqual([]);
    }
  });

  it('compares cached prices with those of the models that have one', () => {
    const cached = [0.1, 0.2, 0.3, 0.4, 0.5].map((usd, i) =>
      aModel(`a/c${i}`, { prices: { ...prices, cacheRead: perMillion(usd) } }),
    );
    expect(inWords([...five, ...cached], cached[1] ?? third, 'cacheRead')).toBe(
      '3 worse, 0 equal, 1 better of 5',
    );
    expect(inWords([...five, ...cached], third, 'cacheRead')).toBeNull();
  });

  it('compares the max output that fits into the context', () => {
    const models = [2048, 4096, 8192, 16_384, 32_768].map((context, i) =>
      aModel(`a/m${i}`, { context, maxOutput: context }),
    );
    const cut = aModel('a/x:batch', { context: 8192, maxOutput: 1_000_000 });
    expect(inWords(models, cut, 'maxOutput')).toBe('2 worse, 1 equal, 2 better of 5');
  });

  it('names the longest prompt and whether the hour matters, where tiers change a compared price', () => {
    const scope = (sketch: ModelSketch) =>
      standingsAmong(five)(aModel('a/x:batch', { prices, ...sketch }))?.scope;
    const above = (tokens: number) => ({ kind: 'prompt-above', tokens }) as const;
    const tier = (tokens: number) => ({ when: [above(tokens)], prices: { input: '0.000006' } });
    expect(scope({})).toEqual({ upTo: null, isHourly: false });
    expect(scope({ tiers: [tier(500_000), tier(200_000)] })).toEqual({ upTo: 200_000, isHourly: false });
    const peak = { kind: 'utc-window', start: 60, end: 240 } as const;
    expect(scope({ tiers: [{ when: [peak], prices: { output: '0.000006' } }] })).toEqual({
      upTo: null,
      isHourly: true,
    });
    const other = { when: [above(200_000)], prices: { cacheRead: '0.000006' } };
    expect(scope({ tiers: [other] })).toEqual({ upTo: null, isHourly: false });
  });

  it('gives no standing without a figure, and none among fewer than five', () => {
    const free = aModel('a/free', { prices: { input: '0', output: '0' }, context: null });
    expect(standingsAmong(five)(free)?.of).toEqual({});
    expect(standingsAmong(five.slice(1))(third)?.of).toEqual({});
    expect(standingsAmong(five)(aModel('a/draws', { outputModalities: ['image'] }))).toBeNull();
    expect(standingsAmong(five)(aModel('a/silent', { outputModalities: [] }))).toBeNull();
    const silent = [1, 2, 3, 4, 5].map((usd) => ({ ...at(`a/s${usd}`, usd), outputModalities: [] }));
    expect(standingsAmong(silent)(silent[0] ?? third)).toBeNull();
  });

  it('counts every peer once for any prices, and equal figures alike', () => {
    const figures = fc.array(fc.double({ min: 1, max: 1.5, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(figures, (usds) => {
        const models = usds.map((usd, i) => at(`a/m${i}`, usd));
        const ofAll = standingsAmong(models);
        const seen = models.map((model) => ({ usd: usdOf(model), standing: ofAll(model)?.of.input }));
        for (const { usd, standing } of seen) {
          const { worse = 0, better = 0, equal = 0, among } = standing ?? {};
          expect(worse + better + equal + 1).toBe(among);
          expect(worse).toBeLessThanOrEqual(seen.filter((other) => other.usd > usd).length);
          expect(better).toBeLessThanOrEqual(seen.filter((other) => other.usd < usd).length);
          for (const other of seen) {
            if (other.usd <= usd * 1.01 && other.usd >= usd) expect(other.standing).toEqual(standing);
          }
        }
      }),
    );
  });

  it('gives any two text models of the frozen capture with the same price the same standing, variants and aliases too', async () => {
    const models = (await frozenModels()).filter(
      ({ outputModalities }) => outputModalities.join() === 'text',
    );
    const ofAll = standingsAmong(models);
    for (const key of ['input', 'output'] as const) {
      const priced = models.flatMap((model) => {
        const { worse, better } = ofAll(model)?.of[key] ?? {};
        return worse === undefined ? [] : [{ usd: usdOf(model, key), place: `${worse} ${better}` }];
      });
      priced.sort((a, b) => a.usd - b.usd);
      const odd = priced.filter((one, i) => {
        const next = priced[i + 1];
        return next?.usd === one.usd && next.place !== one.place;
      });
      expect(priced.length).toBeGreaterThan(350);
      expect(odd).toEqual([]);
    }
  });
});

it('standingOfRank counts the models that are ranked above and below', () => {
  expect(standingOfRank(4, 386)).toEqual({ worse: 382, better: 3, equal: 0, isExact: true, among: 386 });
});

function usdOf({ prices: own }: Model, key: 'input' | 'output' = 'input'): number {
  const price = own[key];
  return price.kind === 'amount' ? toNumber(price.usd) : Number.NaN;
}
