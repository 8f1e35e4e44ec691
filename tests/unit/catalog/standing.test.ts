import { describe, expect, it } from 'vitest';
import { standingsAmong } from '../../../src/catalog/standing.ts';
import { aModel } from './a-model.ts';

const perMillion = (usd: number) => (usd / 1e6).toFixed(12);
const at = (id: string, usd: number, context = 1000) =>
  aModel(id, { prices: { input: perMillion(usd), output: perMillion(usd) }, context });

describe('standing', () => {
  const five = [1, 2, 3, 4, 5].map((usd) => at(`a/m${usd}`, usd, usd * 1000));

  it('is the share of the others that are strictly below', () => {
    const standings = standingsAmong(five);
    expect(five.map((model) => standings(model).input?.words)).toEqual([
      'none is cheaper',
      'dearer than 25%',
      'dearer than 50%',
      'dearer than 75%',
      'dearest of all',
    ]);
    expect(five.map((model) => standings(model).context?.share)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(standings(five[0] ?? at('a/x', 1)).context?.among).toBe(4);
  });

  it('counts equals as not below', () => {
    const models = [at('a/a', 1), at('a/b', 1), at('a/c', 2)];
    const standings = standingsAmong(models);
    expect(standings(at('a/a', 1)).input?.share).toBe(0);
    expect(standings(at('a/c', 2)).input?.share).toBe(1);
  });

  it('does not say none or all of nearly none and nearly all', () => {
    const models = Array.from({ length: 1000 }, (_, i) => at(`a/m${i}`, i + 1));
    const standings = standingsAmong(models);
    expect(standings(at('a/m1', 2)).input?.words).toBe('dearer than 1%');
    expect(standings(at('a/m998', 999)).input?.words).toBe('dearer than 99%');
  });

  it('compares with bases that answer in text, and with paid ones alone', () => {
    const others = [
      at('a/m:batch', 0.1),
      at('~a/latest', 0.1),
      aModel('a/free', { prices: { input: '0', output: '0' } }),
      aModel('a/router', { prices: { input: '-1', output: '-1' } }),
      aModel('a/draws', { outputModalities: ['text', 'image'] }),
    ];
    const standings = standingsAmong([...five, ...others]);
    expect(standings(at('a/m3', 3)).input).toMatchObject({ share: 0.5, among: 4 });
    // A variant stands among the bases, of which it is none.
    expect(standings(at('a/m:batch', 1.5)).input).toMatchObject({ share: 0.2, among: 5 });
  });

  it('is none without a figure or without others', () => {
    const free = aModel('a/free', { prices: { input: '0', output: '0' }, context: null });
    expect(standingsAmong(five)(free)).toEqual({ input: null, output: null, context: null, maxOutput: null });
    expect(standingsAmong([at('a/m', 1)])(at('a/m', 1)).input).toBeNull();
    expect(standingsAmong(five)(aModel('a/draws', { outputModalities: ['image'] })).input).toBeNull();
  });
});
