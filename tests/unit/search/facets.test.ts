import { describe, expect, it } from 'vitest';
import { countedAnswers, countFacets, loosenings, toggle } from '../../../src/search/facets.ts';
import { FILTER_KEYS, NO_FILTERS, type Filters } from '../../../src/search/filters.ts';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { NO_REQUEST, search } from '../../../src/search/search.ts';
import { readListedEntries, entry } from '../../support/search-entries.ts';

const TODAY = '2026-08-22';
const lexicon = prepareLexicon(await readListedEntries());

function ask(filters: Filters, typed = '') {
  return search(lexicon, { ...NO_REQUEST, typed, filters });
}

describe('countFacets', () => {
  it.each(['', 'free', 'gpt', '-author:google'])(
    'counts how many results choosing each value would leave of %j',
    (typed) => {
      const filters = { in: ['image'], author: ['openai'] };
      const facets = countFacets(ask(filters, typed).unfiltered, filters, TODAY);
      const left = (chosen: Filters): number => ask(chosen, typed).results.length;
      expect([...facets.keys()].sort()).toEqual([...FILTER_KEYS].sort());
      if (typed === '') expect(facets.get('can')?.length).toBeGreaterThan(3);
      for (const [facet, values] of facets) {
        for (const { value, count, isChosen } of values) {
          if (facet === 'author') {
            expect(isChosen).toBe(value === 'openai');
            expect(count).toBe(left({ ...filters, author: [value] }));
          } else if (!isChosen) {
            expect(count, `${facet} ${value}`).toBe(left(toggle(filters, facet, value)));
          }
        }
      }
    },
  );

  it('keeps a chosen value that no result has', () => {
    const filters = { author: ['nobody'], context_min: ['7'] };
    const facets = countFacets(ask(filters).unfiltered, filters, TODAY);
    expect(facets.get('author')).toContainEqual({ value: 'nobody', count: 0, isChosen: true });
    expect(facets.get('context_min')?.at(-1)).toEqual({ value: '7', count: 0, isChosen: true });
  });
});

describe('countedAnswers', () => {
  const some = prepareLexicon([
    entry({ id: 'a/listed', input: 'free', output: 'free' }),
    entry({ id: 'a/old', input: 'free', output: 'free', retired: '2026-01-01' }),
    entry({ id: 'a/older', input: 2, retired: '2025-01-01' }),
  ]);
  const free = (typed: string): unknown => {
    const answer = search(some, { ...NO_REQUEST, typed });
    const { counted, isOfRetired } = countedAnswers(answer);
    const price = countFacets(counted, NO_FILTERS, TODAY).get('price');
    return [price?.find(({ value }) => value === 'free')?.count, isOfRetired];
  };

  it('leaves out retired models', () => {
    expect(free('')).toEqual([1, false]);
    expect(free('author:a')).toEqual([1, false]);
  });

  it('counts retired models when the query asks for them or nothing else matches', () => {
    expect(free('is:retired')).toEqual([1, true]);
    expect(free('older')).toEqual([0, true]);
  });
});

describe('loosenings', () => {
  const few = [
    entry({ id: 'a/x', input: 3, context: 8_000 }),
    entry({ id: 'a/x:batch', hasListedBase: true, input: 2, context: 8_000 }),
    entry({ id: 'b/y', input: 'free', context: 1e6 }),
  ];
  const ways = (filters: Filters): unknown[] => {
    const { unfiltered } = search(prepareLexicon(few), { ...NO_REQUEST, filters });
    return loosenings(unfiltered, filters).map(({ key, count }) => ({ key, count }));
  };

  it('names the facets without which something is left, then all of them', () => {
    expect(ways({ author: ['a'], context_min: ['1000000'] })).toEqual([
      { key: 'author', count: 1 },
      { key: 'context_min', count: 1 },
      { key: null, count: 2 },
    ]);
  });

  it('names all facets when leaving out one does not help', () => {
    expect(ways({ author: ['a'], context_min: ['1000000'], out: ['image'] })).toEqual([
      { key: null, count: 2 },
    ]);
    expect(ways({ out: ['image'] })).toEqual([{ key: 'out', count: 2 }]);
  });
});
