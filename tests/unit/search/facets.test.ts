import { describe, expect, it } from 'vitest';
import { fromParameters, toParameters } from '../../../src/search/params.ts';
import { countedAnswers, countFacets, loosenings, toggle } from '../../../src/search/facets.ts';
import { NO_FILTERS, passes, type Filters } from '../../../src/search/filters.ts';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { search } from '../../../src/search/search.ts';
import { readListedEntries, entry } from '../../support/search-entries.ts';

const NOW = '2026-08-22T12:00:00Z';
const lexicon = prepareLexicon(await readListedEntries());

function ask(filters: Filters, typed = '') {
  return search(lexicon, { typed, filters, sort: 'relevance' }, NOW);
}

describe('countFacets', () => {
  it.each(['', 'free', 'gpt', '-author:google'])(
    'counts how many results choosing each value would leave of %j',
    (typed) => {
      const filters = { ...NO_FILTERS, takes: ['image'], authors: ['openai'] };
      const facets = countFacets(ask(filters, typed).unfiltered, filters, NOW);
      const left = (chosen: Filters): number => ask(chosen, typed).results.length;
      if (typed === '') expect(facets.can.length).toBeGreaterThan(3);
      for (const { value, count } of facets.can) expect(count).toBe(left(toggle(filters, 'can', value)));
      for (const { value, count } of facets.price) expect(count).toBe(left(toggle(filters, 'price', value)));
      for (const { value, count, isChosen } of facets.authors) {
        expect(isChosen).toBe(value === 'openai');
        expect(count).toBe(left({ ...filters, authors: [value] }));
      }
      for (const { count } of facets.open) expect(count).toBe(left({ ...filters, open: true }));
    },
  );

  it('keeps a chosen value that no result has', () => {
    const filters = { ...NO_FILTERS, authors: ['nobody'] };
    const facets = countFacets(ask(filters).unfiltered, filters, NOW);
    expect(facets.authors).toContainEqual({ value: 'nobody', count: 0, isChosen: true });
  });
});

describe('countedAnswers', () => {
  const some = prepareLexicon([
    entry({ id: 'a/listed', input: 'free' }),
    entry({ id: 'a/old', input: 'free', retired: '2026-01-01' }),
    entry({ id: 'a/older', input: 2, retired: '2025-01-01' }),
  ]);
  const free = (typed: string): unknown => {
    const answer = search(some, { typed, filters: NO_FILTERS, sort: 'relevance' }, NOW);
    const { counted, isOfRetired } = countedAnswers(answer);
    const { price } = countFacets(counted, NO_FILTERS, NOW);
    return [price.find(({ value }) => value === 'free')?.count, isOfRetired];
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

describe('passes', () => {
  const free = entry({ id: 'a/free', input: 'free', context: 128_000, addedOn: '2026-08-15' });
  const dynamic = entry({ id: 'a/dynamic', input: 'dynamic' });
  it('counts free as below every price, and dynamic and unknown as above', () => {
    expect(passes(free, { ...NO_FILTERS, price: 'free' }, NOW)).toBe(true);
    expect(passes(free, { ...NO_FILTERS, price: 'under-0.5' }, NOW)).toBe(true);
    expect(passes(entry({ id: 'a/b', input: 0.5 }), { ...NO_FILTERS, price: 'under-0.5' }, NOW)).toBe(false);
    expect(passes(dynamic, { ...NO_FILTERS, price: 'under-5' }, NOW)).toBe(false);
  });
  it('includes the bound of a class', () => {
    expect(passes(free, { ...NO_FILTERS, context: '128k' }, NOW)).toBe(true);
    expect(passes(free, { ...NO_FILTERS, added: '7d' }, NOW)).toBe(true);
    expect(passes(free, { ...NO_FILTERS, added: '7d' }, '2026-08-23T00:00:00Z')).toBe(false);
    expect(passes(dynamic, { ...NO_FILTERS, added: '1y' }, NOW)).toBe(false);
  });
});

describe('loosenings', () => {
  const few = [
    entry({ id: 'a/x', input: 3, context: 8_000 }),
    entry({ id: 'a/x:batch', hasListedBase: true, input: 2, context: 8_000 }),
    entry({ id: 'b/y', input: 'free', context: 1e6 }),
  ];
  const ways = (filters: Filters): unknown[] => {
    const { unfiltered } = search(prepareLexicon(few), { typed: '', filters, sort: 'relevance' }, NOW);
    return loosenings(unfiltered, filters, NOW).map(({ facet, count }) => ({ facet, count }));
  };

  it('names the facets without which something is left, then all of them', () => {
    expect(ways({ ...NO_FILTERS, authors: ['a'], context: '1m' })).toEqual([
      { facet: 'authors', count: 1 },
      { facet: 'context', count: 1 },
      { facet: null, count: 2 },
    ]);
  });

  it('names all facets when leaving out one does not help', () => {
    expect(ways({ ...NO_FILTERS, authors: ['a'], context: '1m', gives: ['image'] })).toEqual([
      { facet: null, count: 2 },
    ]);
    expect(ways({ ...NO_FILTERS, gives: ['image'] })).toEqual([{ facet: 'gives', count: 2 }]);
  });
});

describe('toParameters and fromParameters', () => {
  it('leave out defaults and survive a round trip', () => {
    expect(toParameters({ typed: ' ', filters: NO_FILTERS, sort: 'relevance' }).toString()).toBe('');
    const request = {
      typed: 'gpt & co',
      filters: {
        ...NO_FILTERS,
        authors: ['openai', 'x-ai'],
        takes: ['image'],
        price: 'under-2',
        open: true,
      },
      sort: 'newest',
    } as const;
    expect(fromParameters(toParameters(request))).toEqual(request);
  });
  it('ignore unknown values', () => {
    const request = fromParameters(
      new URLSearchParams('q=a&price=cheap&sort=__proto__&context=toString&open=yes'),
    );
    expect(request).toEqual({ typed: 'a', filters: NO_FILTERS, sort: 'relevance' });
  });
});
