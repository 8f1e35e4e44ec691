import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { NO_REQUEST, search } from '../../../src/search/search.ts';
import { nearestNames } from '../../../src/search/suggest.ts';
import { entry } from '../../support/search-entries.ts';

const lexicon = prepareLexicon([
  entry({
    id: 'acme/oak-vision',
    authorNames: ['Acme'],
    context: 8_000,
    input: 0.4,
    output: 2,
    inputModalities: ['text', 'image'],
  }),
  entry({
    id: 'acme/oak-mini',
    authorNames: ['Acme'],
    context: 200_000,
    input: 1,
    output: 4,
    capabilities: ['tools', 'structured-output'],
    parameters: ['seed', 'tools'],
  }),
  entry({ id: 'b-labs/fir', authorNames: ['B.Labs'], context: 1_048_576, input: 'free', output: 'free' }),
  entry({
    id: 'b-labs/fir-mini',
    authorNames: ['B.Labs'],
    context: null,
    input: 'dynamic',
    output: 'unknown',
    hasOpenWeights: true,
    capabilities: ['json-mode'],
  }),
  entry({
    id: 'b-labs/pine-draw',
    authorNames: ['B.Labs'],
    context: 32_768,
    input: 12,
    output: 30,
    inputModalities: ['text', 'image'],
    outputModalities: ['image'],
    categories: ['marketing/seo'],
  }),
]);

function find(typed: string): string[] {
  const { results } = search(lexicon, { ...NO_REQUEST, typed });
  return results.map((result) => result.entry.id).sort();
}

describe('search with operators', () => {
  it.each([
    ['author:acme', ['acme/oak-mini', 'acme/oak-vision']],
    ['author:blabs mini', ['b-labs/fir-mini']],
    ['author:"b labs" -mini', ['b-labs/fir', 'b-labs/pine-draw']],
    ['-author:acme -mini', ['b-labs/fir', 'b-labs/pine-draw']],
    ['ctx>200k', ['b-labs/fir']],
    ['ctx>=200k', ['acme/oak-mini', 'b-labs/fir']],
    ['ctx>1m', ['b-labs/fir']],
    ['context<32768', ['acme/oak-vision']],
    ['ctx>=1,048,576', ['b-labs/fir']],
    ['in<1', ['acme/oak-vision', 'b-labs/fir']],
    ['in<$.90', ['acme/oak-vision', 'b-labs/fir']],
    ['in<=$1 out>3', ['acme/oak-mini']],
    ['price=0.4', ['acme/oak-vision']],
    ['price:free', ['b-labs/fir']],
    ['price:0.4', ['acme/oak-vision', 'b-labs/fir']],
    ['param:seed', ['acme/oak-mini']],
    ['json', ['acme/oak-mini', 'b-labs/fir-mini']],
    ['in:image,text out:image', ['b-labs/pine-draw']],
    ['IN<1 oak', ['acme/oak-vision']],
    ['free', ['b-labs/fir']],
    ['is:free', ['b-labs/fir']],
    ['open', ['b-labs/fir-mini']],
    ['tools', ['acme/oak-mini']],
    ['vision', ['acme/oak-vision', 'b-labs/pine-draw']],
    ['vision -oak', ['b-labs/pine-draw']],
    ['-vision acme', ['acme/oak-mini']],
    ['in:image out:image', ['b-labs/pine-draw']],
    ['category:marketing', ['b-labs/pine-draw']],
    ['ctx > 200k', ['b-labs/fir']],
    ['ctx >= 200,000 mini', ['acme/oak-mini']],
    ['ctx:200k', ['acme/oak-mini', 'b-labs/fir']],
    ['in < 1', ['acme/oak-vision', 'b-labs/fir']],
    ['in:1 oak', ['acme/oak-mini', 'acme/oak-vision']],
    ['-in < 1 acme', ['acme/oak-mini']],
    ['author: acme mini', ['acme/oak-mini']],
    ['in : image fir', []],
    ['"oak mini"', ['acme/oak-mini']],
    ['"mini oak"', []],
    ['-"oak mini" acme', ['acme/oak-vision']],
  ])('finds the right models for %s', (typed, ids) => {
    expect(find(typed)).toEqual(ids);
  });

  it('ranks a model with the word in its name before models with the feature', () => {
    const { results } = search(lexicon, { ...NO_REQUEST, typed: 'vision' });
    expect(results[0]?.entry.id).toBe('acme/oak-vision');
  });

  it('ranks models that only have the feature by popularity, not by name length', () => {
    const seeing = { inputModalities: ['text', 'image'] };
    const many = prepareLexicon([
      entry({ id: 'acme/oak-4-large-instruct', popularity: 1, ...seeing }),
      entry({ id: 'acme/elm', popularity: 9, ...seeing }),
      entry({ id: 'acme/yew-vision-large-instruct', popularity: 20, ...seeing }),
      entry({ id: 'acme/fir', popularity: 2 }),
    ]);
    for (const [typed, first] of [
      ['vision', ['acme/yew-vision-large-instruct', 'acme/oak-4-large-instruct', 'acme/elm']],
      ['author:acme vision -yew', ['acme/oak-4-large-instruct', 'acme/elm']],
      ['is:vision', ['acme/oak-4-large-instruct', 'acme/elm', 'acme/yew-vision-large-instruct']],
    ] as const) {
      const { results } = search(many, { ...NO_REQUEST, typed });
      expect(results.map((result) => result.entry.id)).toEqual(first);
    }
  });

  it.each(['colour:oak', 'oak:', 'weight>oak', 'weight > oak'])('reads %s as plain words', (typed) => {
    expect(find(typed)).toEqual(['acme/oak-mini', 'acme/oak-vision']);
  });

  it.each(['', '   ', '-', '"', '""'])('finds nothing for %j', (typed) => {
    expect(find(typed)).toEqual([]);
  });
});

describe('search with facets only', () => {
  it('lists the models of those facets', () => {
    const order = { sort: 'input', direction: 'desc' } as const;
    const { results } = search(lexicon, { ...NO_REQUEST, filters: { in: ['image'] }, order });
    expect(results.map((result) => result.entry.id)).toEqual(['b-labs/pine-draw', 'acme/oak-vision']);
  });
});

describe('search with an order only', () => {
  it('lists all models in that order', () => {
    const { results } = search(lexicon, { ...NO_REQUEST, order: { sort: 'context', direction: 'desc' } });
    expect(results.map((result) => result.entry.id)).toEqual([
      'b-labs/fir',
      'acme/oak-mini',
      'b-labs/pine-draw',
      'acme/oak-vision',
      'b-labs/fir-mini',
    ]);
  });
});

describe('search for retired models', () => {
  const some = prepareLexicon([
    entry({ id: 'acme/yew-2-large' }),
    ...[1, 2, 3, 4, 5, 6, 7].map((place) => entry({ id: `acme/yew-3-0${place}`, retired: '2026-01-31' })),
    entry({ id: 'acme/yew-2-old', retired: '2026-01-31' }),
  ]);
  const ask = (typed: string) => search(some, { ...NO_REQUEST, typed });
  const ids = (typed: string): string[] => ask(typed).results.map(({ entry: { id } }) => id);

  it('ranks up to five retired models first when only they match all words', () => {
    expect(ids('yew 3').map((id) => id.slice(0, 10))).toEqual([
      ...Array<string>(5).fill('acme/yew-3'),
      'acme/yew-2',
      'acme/yew-3',
      'acme/yew-3',
      // What lacks a word, too, comes last.
      'acme/yew-2',
    ]);
    expect(ask('yew 3').missing).toBe(1);
    expect(ids('yew 2')).toEqual(['acme/yew-2-large', 'acme/yew-2-old']);
  });

  it('finds only retired models, or leaves them out, on request', () => {
    expect(ids('is:retired')).toHaveLength(8);
    expect(ids('retired 3')).toHaveLength(7);
    expect(ids('yew -retired')).toEqual(['acme/yew-2-large']);
  });
});

describe('search with typographic characters', () => {
  it.each([
    ['“oak mini”', ['acme/oak-mini']],
    ['„mini oak‟', []],
    ['vision −oak', ['b-labs/pine-draw']],
    ['vision –oak', ['b-labs/pine-draw']],
    ['oak‑mini', ['acme/oak-mini']],
    ['author:“b labs” —mini', ['b-labs/fir', 'b-labs/pine-draw']],
  ])('reads them like those of a keyboard: %s', (typed, ids) => {
    expect(find(typed)).toEqual(ids);
  });
});

describe('search for names without spaces', () => {
  const eastern = prepareLexicon([
    entry({ id: 'acme/tongyi', name: '通义千问大模型' }),
    entry({ id: 'acme/clova', name: '하이퍼클로바X 시드' }),
    entry({ id: 'acme/sakura', name: 'さくらモデル' }),
  ]);
  it.each([
    ['通义', 'acme/tongyi'],
    ['千问', 'acme/tongyi'],
    ['大模型', 'acme/tongyi'],
    ['클로바', 'acme/clova'],
    ['モデル', 'acme/sakura'],
    ['くら', 'acme/sakura'],
  ])('finds a name by any part: %s', (typed, id) => {
    const { results } = search(eastern, { ...NO_REQUEST, typed });
    expect(results.map((result) => result.entry.id)).toEqual([id]);
  });
});

describe('nearestNames', () => {
  const nearest = (typed: string): string[] =>
    nearestNames(lexicon, parseQuery(typed), 9).map(({ id }) => id);

  it('respects the operators of the query', () => {
    expect(nearest('minny')).toEqual(['acme/oak-mini', 'b-labs/fir-mini']);
    expect(nearest('-author:acme minny')).toEqual(['b-labs/fir-mini']);
  });

  it('reads an unknown author as a misspelled one', () => {
    expect(nearest('author:akme')).toEqual(['acme/oak-vision', 'acme/oak-mini']);
    expect(nearest('author:akme -mini')).toEqual(['acme/oak-vision']);
  });
});

describe('search sorted by price', () => {
  it('puts models without a price last in both directions', () => {
    for (const direction of ['asc', 'desc'] as const) {
      const order = { sort: 'input', direction };
      const { results } = search(lexicon, { ...NO_REQUEST, typed: 'author:blabs', order });
      expect(results.at(-1)?.entry.id).toBe('b-labs/fir-mini');
    }
  });
});

describe('search for variants', () => {
  const family = prepareLexicon([
    entry({ id: 'acme/elm', input: 1 }),
    entry({ id: 'acme/elm:free', hasListedBase: true, input: 'free', output: 'free' }),
    entry({ id: 'acme/elm:batch', hasListedBase: true, input: 0.5 }),
  ]);
  const rows = (typed: string): string[][] =>
    search(family, { ...NO_REQUEST, typed }).results.map(({ entry: base, variants }) => [
      base.id,
      ...variants.map((variant) => variant.id),
    ]);

  it('folds variants into their base', () => {
    expect(rows('elm')).toEqual([['acme/elm', 'acme/elm:batch', 'acme/elm:free']]);
  });

  it('lists a variant by itself when the query names it or its base does not match', () => {
    expect(rows('elm batch')).toEqual([['acme/elm:batch']]);
    expect(rows('free')).toEqual([['acme/elm:free']]);
    expect(rows('in<1')).toEqual([['acme/elm:batch'], ['acme/elm:free']]);
  });
});
