import { describe, expect, it } from 'vitest';
import type { Standing, Standings } from '../../../../src/catalog/standing.ts';
import { peersWords, standingBar, standingWords } from '../../../../src/site/words/standing.ts';

const of = (worse: number, better: number, equal = 0, isExact = true): Standing => ({
  worse,
  better,
  equal,
  isExact,
  among: worse + better + equal + 1,
});

describe('standingWords', () => {
  const words = (standing: Standing, peers = standing.among) => standingWords('input', standing, peers);

  it('gives the larger share, and the favorable one of two equal shares', () => {
    expect(words(of(66, 33))).toBe('Cheaper than 66%');
    expect(words(of(33, 66))).toBe('More expensive than 66%');
    expect(words(of(50, 50))).toBe('Cheaper than 50%');
    expect(standingWords('context', of(83, 16), 100)).toBe('Longer than 83%');
    expect(standingWords('context', of(16, 83), 100)).toBe('Shorter than 83%');
    expect(standingWords('popularity', of(382, 3), 386)).toBe('Used more than 99%');
  });

  it('names the peers where not all of them have the figure', () => {
    expect(standingWords('cacheRead', of(155, 27), 310)).toBe(
      'Cheaper than 85% of the 183 with a cached price',
    );
    expect(standingWords('maxOutput', of(167, 107), 310)).toBe('Longer than 61% of the 275 that state it');
    expect(standingWords('output', of(1000, 233), 2000)).toBe(
      'Cheaper than 81% of the 1,234 with an output price',
    );
    expect(words(of(9, 0), 20)).toBe('None of the 10 with an input price is cheaper');
  });

  it('says “none” if no peer is better or worse, and “among” if some are about as good', () => {
    expect(words(of(9, 0))).toBe('None is cheaper');
    expect(words(of(0, 9))).toBe('None is more expensive');
    expect(standingWords('maxOutput', of(9, 0), 10)).toBe('None is longer');
    expect(standingWords('popularity', of(0, 9), 10)).toBe('None is used less');
    expect(words(of(18, 0, 1, false))).toBe('Among the cheapest');
    expect(words(of(0, 18, 1, false))).toBe('Among the most expensive');
    expect(words(of(18, 0, 1, false), 40)).toBe('Among the cheapest of the 20 with an input price');
  });

  it('says so if all have the same figure', () => {
    expect(words(of(0, 0, 9))).toBe('The same as all');
    expect(words(of(0, 0, 9, false))).toBe('About the same as all');
  });

  it('counts the others with the same figure where they are many', () => {
    expect(standingWords('context', of(60, 9, 30, false), 100)).toBe(
      'Longer than 60%; 30 others have about the same',
    );
    expect(standingWords('context', of(60, 9, 30), 100)).toBe('Longer than 60%; 30 others have the same');
    expect(standingWords('context', of(60, 30, 9), 100)).toBe('Longer than 60%');
    expect(standingWords('context', of(5, 3, 1), 10)).toBe('Longer than 50%; 1 other has the same');
    expect(standingWords('context', of(0, 4, 5), 10)).toBe('None is shorter; 5 others have the same');
  });

  it('never rounds a share to all or none', () => {
    expect(words(of(998, 1))).toBe('Cheaper than 99%');
    expect(words(of(1, 998))).toBe('More expensive than 99%');
  });
});

it('standingBar is as long as the share of peers that are worse', () => {
  expect(standingBar(of(66, 33))).toBe('66%');
  expect(standingBar(of(0, 9))).toBe('0%');
});

describe('peersWords', () => {
  const standings: Standings = {
    outputs: ['text'],
    peers: 1310,
    of: { input: of(1, 2), context: of(1, 2) },
    scope: { upTo: null, isHourly: false },
  };

  it('names the peers once, and the requests for which prices are compared', () => {
    expect(peersWords(standings)).toBe(
      'Compared with the 1,310 listed text models that have a price, without variants. Prices are compared for short prompts. A longer bar is better.',
    );
    expect(peersWords({ ...standings, scope: { upTo: 272_000, isHourly: false } })).toContain(
      'Prices are compared for prompts up to 272K.',
    );
    expect(peersWords({ ...standings, scope: { upTo: null, isHourly: true } })).toContain(
      'Prices are compared for short prompts, at the hour of the data.',
    );
  });

  it('names the outputs of models that do not give text alone', () => {
    expect(peersWords({ ...standings, outputs: ['embeddings'] })).toMatch(
      /^Compared with the 1,310 listed models that give embeddings and have a price/,
    );
    expect(peersWords({ ...standings, outputs: ['image', 'text'] })).toContain(
      'models that give text and images',
    );
  });

  it('does not mention prices if only limits are compared, and is empty without a comparison', () => {
    expect(peersWords({ ...standings, of: { context: of(1, 2) } })).toBe(
      'Compared with the 1,310 listed text models that have a price, without variants. A longer bar is better.',
    );
    expect(peersWords({ ...standings, of: {} })).toBeNull();
  });
});
