import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../../../src/search/match/lexicon.ts';
import { rankByWords } from '../../../../src/search/match/rank.ts';
import { NO_REQUEST, search } from '../../../../src/search/search.ts';
import { wordsOf } from '../../../../src/search/match/words.ts';
import type { SearchEntry } from '../../../../src/search/entry.ts';
import { entry } from '../../../support/search-entries.ts';

function find(entries: readonly SearchEntry[], query: string): string[] {
  const words = wordsOf(query).map((text) => ({ text, means: null }));
  return rankByWords(prepareLexicon(entries), words).map((match) => match.prepared.entry.id);
}

describe('rankByWords', () => {
  it('ranks the exact name before longer names, whatever their popularity', () => {
    const entries = [
      entry({ id: 'acme/rune-4-mini', popularity: 1 }),
      entry({ id: 'acme/rune-4-2025-01-31', popularity: 2 }),
      entry({ id: 'acme/rune-4', popularity: 90 }),
    ];
    expect(find(entries, 'rune-4')[0]).toBe('acme/rune-4');
    expect(find(entries, 'acme rune 4')[0]).toBe('acme/rune-4');
    expect(find(entries, 'acme/rune-4')[0]).toBe('acme/rune-4');
  });

  it('ranks whole words before prefixes, and prefixes before misspellings', () => {
    const stones = [
      entry({ id: 'acme/stones', popularity: 1 }),
      entry({ id: 'acme/stone-large-blue', popularity: 3 }),
    ];
    expect(find(stones, 'stone')).toEqual(['acme/stone-large-blue', 'acme/stones']);
    const birds = [
      entry({ id: 'acme/bird', popularity: 1 }),
      entry({ id: 'acme/birch-large-blue', popularity: 3 }),
    ];
    expect(find(birds, 'birc')).toEqual(['acme/birch-large-blue', 'acme/bird']);
  });

  it('reads 3b as a whole word before reading it as 3 and b', () => {
    const entries = [
      entry({ id: 'acme/oak-3-b', popularity: 1 }),
      entry({ id: 'acme/oak-large-instruct-3b', popularity: 2 }),
    ];
    expect(find(entries, 'large 3b')).toEqual(['acme/oak-large-instruct-3b']);
    expect(find(entries, 'acme 3b')).toEqual(['acme/oak-large-instruct-3b', 'acme/oak-3-b']);
  });

  it('ranks by fewest extra words, then popularity, then newest', () => {
    const entries = [
      entry({ id: 'acme/fir-old', addedOn: '2025-01-01' }),
      entry({ id: 'acme/fir-new', addedOn: '2026-01-01' }),
      entry({ id: 'acme/fir-used', addedOn: '2024-01-01', popularity: 50 }),
      entry({ id: 'acme/fir-very-used', addedOn: '2024-01-01', popularity: 1 }),
    ];
    expect(find(entries, 'fir')).toEqual([
      'acme/fir-used',
      'acme/fir-new',
      'acme/fir-old',
      'acme/fir-very-used',
    ]);
  });

  it('ranks variants and aliases last unless the query names them', () => {
    const entries = [
      entry({ id: '~acme/elm-latest', popularity: 1 }),
      entry({ id: 'acme/elm-5:batch', hasListedBase: true, popularity: 2 }),
      entry({ id: 'acme/elm-5', popularity: 9 }),
      entry({ id: 'acme/elm-5-large-preview', popularity: 10 }),
    ];
    expect(find(entries, 'elm')).toEqual([
      'acme/elm-5',
      'acme/elm-5-large-preview',
      '~acme/elm-latest',
      'acme/elm-5:batch',
    ]);
    expect(find(entries, 'elm 5 batch')[0]).toBe('acme/elm-5:batch');
    expect(find(entries, 'acme/elm-5:batch')[0]).toBe('acme/elm-5:batch');
    expect(find(entries, 'elm latest')[0]).toBe('~acme/elm-latest');
  });

  it('ranks a variant without a listed base like a model', () => {
    const entries = [
      entry({ id: 'acme/yew-9b-large', popularity: 1 }),
      entry({ id: 'acme/yew-9b:free', popularity: 2 }),
    ];
    expect(find(entries, 'yew 9b')[0]).toBe('acme/yew-9b:free');
  });

  it('ranks a text lower for each word of the query that it lacks', () => {
    const entries = [
      entry({ id: 'acme/oak-2-flash-image', name: 'Blue Plum 2 (Oak 2 Flash Image)', popularity: 1 }),
      entry({ id: 'acme/oak-1-flash-image', name: 'Oak 1 Flash Image (Blue Plum)', popularity: 2 }),
    ];
    expect(find(entries, 'blue plum')[0]).toBe('acme/oak-1-flash-image');
  });

  it('ranks a name with the words first and adjacent before an equal one', () => {
    const trees = [
      entry({ id: 'acme/yew-vl-30b-thinking', popularity: 1 }),
      entry({ id: 'acme/yew-30b-thinking-07', popularity: 2 }),
    ];
    expect(find(trees, 'yew 30b thinking')[0]).toBe('acme/yew-30b-thinking-07');
    const families = [
      entry({ id: 'acme/distil-yew-30b-tuned', popularity: 2 }),
      entry({ id: 'acme/yew-2-30b-tuned', popularity: 1 }),
    ];
    expect(find(families, 'yew 30b')[0]).toBe('acme/yew-2-30b-tuned');
  });

  it('ranks retired models after listed ones with the same words unless the query is their exact name', () => {
    const entries = [entry({ id: 'acme/ash-2', retired: '2025-12-01' }), entry({ id: 'acme/ash-2-large' })];
    expect(find(entries, 'ash 2')).toEqual(['acme/ash-2-large', 'acme/ash-2']);
    const { results } = search(prepareLexicon(entries), { ...NO_REQUEST, typed: 'ash-2' });
    expect(results.map((result) => result.entry.id)).toEqual(['acme/ash-2', 'acme/ash-2-large']);
  });

  it('ranks the retired model that was listed last before others like it', () => {
    const entries = [
      entry({ id: 'acme/ash-2-blue', retired: '2024-11-23', addedOn: '2024-11-04' }),
      entry({ id: 'acme/ash-2-red', retired: '2026-06-22', addedOn: '2024-11-04' }),
      entry({ id: 'acme/ash-2-gray', retired: '2026-04-05', addedOn: '2024-12-22' }),
    ];
    expect(find(entries, 'ash 2')).toEqual(['acme/ash-2-red', 'acme/ash-2-gray', 'acme/ash-2-blue']);
  });

  it('ranks a model that lacks a number before one that lacks a name', () => {
    const entries = [
      entry({ id: 'acme/oak-9', popularity: 1 }),
      entry({ id: 'acme/fir-3', popularity: 2 }),
      entry({ id: 'acme/fir-large', popularity: 3 }),
    ];
    expect(find(entries, 'fir 9')).toEqual(['acme/fir-3', 'acme/fir-large', 'acme/oak-9']);
  });
});

describe('rankByWords for joined words', () => {
  const entries = [
    entry({ id: 'acme/fern-3.3-70b-tuned', popularity: 1 }),
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((letter) =>
      entry({ id: `${letter}-lab/r1-distil-fern-70b-tuned` }),
    ),
  ];

  it('reads them also as the words they consist of', () => {
    expect(find(entries, 'fern70b')[0]).toBe('acme/fern-3.3-70b-tuned');
    expect(find(entries, 'fern 70b')[0]).toBe('acme/fern-3.3-70b-tuned');
  });

  it('ranks a name with the joined words before one with parts cut out of a word', () => {
    const versions = [
      entry({ id: 'acme/fern-3.6-flash', popularity: 1 }),
      entry({ id: 'acme/fern-3-flash-preview', popularity: 2 }),
    ];
    expect(find(versions, 'fern3flash')[0]).toBe('acme/fern-3-flash-preview');
  });

  it('splits them when only a retired model has the joined name', () => {
    const chats = [
      entry({ id: 'acme/chatfern-4', retired: '2025-12-01' }),
      entry({ id: 'acme/fern-chat' }),
      entry({ id: 'acme/moss-chat' }),
    ];
    expect(find(chats, 'chatfern')).toEqual(['acme/fern-chat', 'acme/chatfern-4']);
  });

  it('never splits a number, such as a date', () => {
    const dated = [
      entry({ id: 'acme/fern-3-small' }),
      entry({ id: 'acme/fern-3.5-small-20241022' }),
      entry({ id: 'acme/moss-2024-03-07' }),
    ];
    expect(find(dated, 'fern-3-small-20240307')[0]).toBe('acme/fern-3-small');
  });
});

describe('rankByWords for retired models', () => {
  it('still finds listed models', () => {
    const entries = [
      entry({ id: 'acme/ash-3-70b' }),
      entry({ id: 'acme/ash-3-70b:free', hasListedBase: false, retired: '2025-12-01' }),
      entry({ id: 'acme/elm-9', retired: '2025-12-01' }),
    ];
    expect(find(entries, 'ash 3 free')).toEqual(['acme/ash-3-70b:free', 'acme/ash-3-70b']);
  });

  it('finds a retired model when nothing listed matches', () => {
    const entries = [entry({ id: 'acme/ash-2', retired: '2025-12-01' }), entry({ id: 'acme/elm-1' })];
    expect(find(entries, 'ash 2')).toEqual(['acme/ash-2']);
  });
});

describe('rankByWords for what people type', () => {
  const entries = [
    entry({ id: 'open-lab/oak-4o', name: 'Oak-4o', authorNames: ['OpenLab'] }),
    entry({ id: 'open-lab/oak-4o-mini', name: 'Oak-4o-mini', authorNames: ['OpenLab'] }),
    entry({ id: 'q-ai/pine3-32b', name: 'Pine3 32B', authorNames: ['Q.ai', 'Quill'] }),
    entry({ id: 'q-ai/pine-v3.2-exp', name: 'Pine V3.2 Exp', authorNames: ['Q.ai', 'Quill'] }),
    entry({ id: 'q-ai/command-plus', name: 'Command+', authorNames: ['Q.ai', 'Quill'] }),
    entry({ id: 'q-ai/cedar-2.5-flash', name: 'Cedar 2.5 Flash', authorNames: ['Q.ai', 'Quill'] }),
  ];
  it.each([
    ['oak4o', 'open-lab/oak-4o'],
    ['oak 4 o', 'open-lab/oak-4o'],
    ['openlab oak4omini', 'open-lab/oak-4o-mini'],
    ['mini oak', 'open-lab/oak-4o-mini'],
    ['pine 3 32b', 'q-ai/pine3-32b'],
    ['pine 32', 'q-ai/pine3-32b'],
    ['pine 3.2', 'q-ai/pine-v3.2-exp'],
    ['pine v3-2', 'q-ai/pine-v3.2-exp'],
    ['qai exp', 'q-ai/pine-v3.2-exp'],
    ['quill cedar', 'q-ai/cedar-2.5-flash'],
    ['command+', 'q-ai/command-plus'],
    ['cedarflash', 'q-ai/cedar-2.5-flash'],
    ['ceda', 'q-ai/cedar-2.5-flash'],
    ['cdear', 'q-ai/cedar-2.5-flash'],
    ['comand', 'q-ai/command-plus'],
    ['CÉDAR', 'q-ai/cedar-2.5-flash'],
    ['cedar 2.5 flash api', 'q-ai/cedar-2.5-flash'],
  ])('reads %s and finds %s', (query, id) => {
    expect(find(entries, query)[0]).toBe(id);
  });

  it('reads a misspelled name in the way that leaves the fewest extra words', () => {
    const versions = [
      entry({ id: 'pine/pine3.8-max', popularity: 1 }),
      entry({ id: 'pine/pine3-max', popularity: 2 }),
    ];
    expect(find(versions, 'pnie 3 max')[0]).toBe('pine/pine3-max');
  });

  it('never matches one number with another', () => {
    const words = wordsOf('pine 33b').map((text) => ({ text, means: null }));
    const found = rankByWords(prepareLexicon(entries), words);
    expect(found.map((match) => match.missing)).toEqual(found.map(() => 1));
  });

  it('finds nothing for a word in no name', () => {
    expect(find(entries, 'zebra')).toEqual([]);
  });
});
