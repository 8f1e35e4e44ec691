import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNumber } from '../../../src/catalog/decimal.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { standingsAmong, type StandingKey } from '../../../src/catalog/standing.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';
import { frozenModels } from '../../support/frozen-models.ts';

const perMillion = (usd: number) => (usd / 1e6).toFixed(12);
const at = (id: string, usd: number, context = 1000) =>
  aModel(id, { prices: { input: perMillion(usd), output: perMillion(usd) }, context });
const prices = { input: '0.000003', output: '0.000003' };

describe('standingsAmong', () => {
  const five = [1, 2, 3, 4, 5].map((usd) => at(`a/m${usd}`, usd, usd * 1000));
  const standings = standingsAmong(five);
  const of = (sketch: ModelSketch, key: StandingKey = 'input') =>
    standings(aModel('a/x:batch', { prices, ...sketch }))[key];

  it('gives the share of peers that cost more or less, whichever is larger', () => {
    expect(five.map((model) => standings(model).input?.words)).toEqual([
      'none is cheaper',
      'cheaper than 75%',
      'cheaper than 50%',
      'more expensive than 75%',
      'none is more expensive',
    ]);
    expect(five.map((model) => standings(model).context?.words)).toEqual([
      'none is shorter',
      'shorter than 75%',
      'longer than 50%',
      'longer than 75%',
      'none is longer',
    ]);
    expect(five.map((model) => standings(model).context?.share)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(standings(five[0] ?? at('a/x', 1)).context?.among).toBe(4);
  });

  it('counts equal figures as neither higher nor lower', () => {
    const models = [at('a/a', 1), at('a/b', 1), at('a/c', 2)];
    const ofThree = standingsAmong(models);
    expect(ofThree(at('a/a', 1)).input).toMatchObject({ share: 0, words: 'none is cheaper' });
    expect(ofThree(at('a/c', 2)).input?.share).toBe(1);
    const twins = standingsAmong([at('a/a', 1), at('a/b', 1)]);
    expect(twins(at('a/a', 1)).input?.words).toBe('the same as all');
  });

  it('gives figures within 1% of each other the same standing', () => {
    const models = [500_000, 1_048_576, 1_050_000, 2_000_000].map((context, i) => at(`a/m${i}`, 1, context));
    const ofFour = standingsAmong(models);
    expect(models.map((model) => ofFour(model).context?.words)).toEqual([
      'none is shorter',
      'longer than 33%',
      'longer than 33%',
      'none is longer',
    ]);
    const close = [1, 1.005, 2].map((usd) => at(`a/m${usd}`, usd));
    expect(close.map((model) => standingsAmong(close)(model).input?.words)).toEqual([
      'among the cheapest',
      'among the cheapest',
      'none is more expensive',
    ]);
  });

  it('does not round a standing to none or all', () => {
    const models = Array.from({ length: 1000 }, (_, i) => at(`a/m${i}`, 2 ** (i / 50)));
    const ofMany = standingsAmong(models);
    expect(ofMany(models[1] ?? at('a/x', 1)).input?.words).toBe('cheaper than 99%');
    expect(ofMany(models[998] ?? at('a/x', 1)).input?.words).toBe('more expensive than 99%');
  });

  it('compares with paid base models that give text alone', () => {
    const others = [
      at('a/m:batch', 0.1),
      at('~a/latest', 0.1),
      aModel('a/free', { prices: { input: '0', output: '0' } }),
      aModel('a/router', { prices: { input: '-1', output: '-1' } }),
      aModel('a/draws', { outputModalities: ['text', 'image'] }),
      aModel('a/silent', { outputModalities: [] }),
    ];
    const ofAll = standingsAmong([...five, ...others]);
    expect(ofAll(at('a/m3', 3)).input).toMatchObject({ share: 0.5, among: 4 });
    // A variant is compared with the bases, and is not one of them.
    expect(ofAll(at('a/m:batch', 1.5)).input).toMatchObject({ share: 0.2, among: 5 });
  });

  it('compares the max output that fits into the context', () => {
    const models = [4096, 8192, 16_384].map((context, i) =>
      aModel(`a/m${i}`, { context, maxOutput: context }),
    );
    const ofThree = standingsAmong(models);
    const cut = aModel('a/x:batch', { context: 8192, maxOutput: 1_000_000 });
    expect(ofThree(cut).maxOutput?.share).toBe(1 / 3);
  });

  it('names the prompts or the hours for which it holds when a tier changes the price', () => {
    const above = { kind: 'prompt-above', tokens: 200_000 } as const;
    const tiers = [{ when: [above], prices: { input: '0.000006' } }];
    expect(of({ tiers })?.scope).toBe('up to 200K');
    expect(of({ tiers }, 'output')?.scope).toBeNull();
    const peak = { kind: 'utc-window', start: 60, end: 240 } as const;
    expect(of({ tiers: [{ when: [peak], prices: { input: '0.000006' } }] })?.scope).toBe(
      'at the hour of the data',
    );
    expect(of({})?.scope).toBeNull();
  });

  it('gives no standing without a figure or without peers', () => {
    const none = { input: null, output: null, context: null, maxOutput: null };
    const free = aModel('a/free', { prices: { input: '0', output: '0' }, context: null });
    expect(standings(free)).toEqual(none);
    expect(standingsAmong([at('a/m', 1)])(at('a/m', 1)).input).toBeNull();
    expect(standings(aModel('a/draws', { outputModalities: ['image'] }))).toEqual(none);
    expect(standings(aModel('a/silent', { outputModalities: [], maxOutput: 1000 }))).toEqual(none);
  });

  it('never claims more than the figures hold for any prices', () => {
    const figures = fc.array(fc.double({ min: 1, max: 1.5, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(figures, (usds) => {
        const models = usds.map((usd, i) => at(`a/m${i}`, usd));
        const ofAll = standingsAmong(models);
        const seen = models.map((model) => ({ usd: usdOf(model), standing: ofAll(model).input }));
        for (const { usd, standing } of seen) {
          const others = seen.length - 1;
          const cheaper = seen.filter((other) => other.usd < usd).length / others;
          const costlier = seen.filter((other) => other.usd > usd).length / others;
          const [, side, percent] =
            /^(cheaper|more expensive) than (\d+)%$/.exec(standing?.words ?? '') ?? [];
          if (side === 'cheaper') expect(costlier).toBeGreaterThanOrEqual(Number(percent) / 100 - 0.01);
          if (side === 'more expensive') expect(cheaper).toBeGreaterThanOrEqual(Number(percent) / 100 - 0.01);
          if (standing?.words === 'none is cheaper') expect(cheaper).toBe(0);
          if (standing?.words === 'none is more expensive') expect(costlier).toBe(0);
          for (const other of seen) {
            if (other.usd <= usd * 1.01 && other.usd >= usd) expect(other.standing).toEqual(standing);
          }
        }
      }),
    );
  });

  it('gives any two models of the frozen capture within 1% the same standing', async () => {
    const models = await frozenModels();
    const ofAll = standingsAmong(models);
    const peers = models.filter(({ variant, isAlias }) => variant === null && !isAlias);
    for (const key of ['input', 'output'] as const) {
      const priced = peers.flatMap((model) => {
        const standing = ofAll(model)[key];
        return standing === null ? [] : [{ usd: usdOf(model, key), words: standing.words }];
      });
      priced.sort((a, b) => a.usd - b.usd);
      const odd = priced.filter((one, i) => {
        const next = priced[i + 1];
        return next !== undefined && next.usd <= one.usd * 1.01 && next.words !== one.words;
      });
      expect(priced.length).toBeGreaterThan(300);
      expect(odd).toEqual([]);
    }
  });
});

function usdOf({ prices: own }: Model, key: 'input' | 'output' = 'input'): number {
  const price = own[key];
  return price.kind === 'amount' ? toNumber(price.usd) : Number.NaN;
}
