import { describe, expect, it } from 'vitest';
import { prepareLexicon, type Lexicon } from '../../../../src/search/match/lexicon.ts';
import { NO_REQUEST, search } from '../../../../src/search/search.ts';
import { listedTexts } from '../../../support/listed-texts.ts';
import { entry, readAllEntries, readEmbeddedLedger } from '../../../support/search-entries.ts';

function find(lexicon: Lexicon, typed: string): string[] {
  const { results } = search(lexicon, { ...NO_REQUEST, typed });
  return results.map((result) => result.entry.id);
}

describe('search for every text that ever named a model', async () => {
  const entries = await readAllEntries();
  const lexicon = prepareLexicon(entries);
  const texts = listedTexts((await readEmbeddedLedger()).blocks);
  const [ids, withoutAuthor] = [texts.ids, texts['ids without author']];

  it('covers the whole ledger', () => {
    const sizes = Object.values(texts).map(({ size }) => size);
    expect(sizes).toEqual([977, 974, 1740, 624, 1073]);
    expect(entries.length).toBe(977);
  });

  it.each(Object.entries(texts))('finds a model with that name first: %s', (kind, all) => {
    const isFirst = ([text, named]: readonly [string, ReadonlySet<string>]): boolean => {
      const [first = ''] = find(lexicon, text);
      // An id names its model before anything else does.
      const wanted = kind === 'ids' ? null : (ids.get(text) ?? withoutAuthor.get(text));
      return named.has(first) || (wanted?.has(first) ?? false);
    };
    expect([...all].filter((one) => !isFirst(one))).toEqual([]);
  });

  it('finds the other models of the same name next', () => {
    const shared = [...texts.names].filter(([, named]) => named.size > 1);
    expect(shared.length).toBeGreaterThan(10);
    for (const [text, named] of shared) {
      expect(new Set(find(lexicon, text).slice(0, named.size)), text).toEqual(named);
    }
  });

  it('distinguishes Command R from Command R+', () => {
    expect(find(lexicon, 'Command R')[0]).toBe('cohere/command-r');
    expect(find(lexicon, 'Command R+')[0]).toBe('cohere/command-r-plus');
    expect(find(lexicon, 'cohere/command-r')[0]).toBe('cohere/command-r');
    expect(find(lexicon, 'cohere/command-r-plus')[0]).toBe('cohere/command-r-plus');
  });

  it.each([
    ['claude 3.5', /claude-3[.-]5-/],
    ['claude 2', /claude-2/],
    ['grok 2', /grok-2/],
    ['gpt 3.5', /gpt-3\.5/],
    ['gemini 1.5', /gemini-(?:flash|pro)-1\.5/],
  ])('finds a version without its full name: %s', (typed, wanted) => {
    const [first = '', second = '', third = ''] = find(lexicon, typed);
    for (const id of [first, second, third]) expect(id).toMatch(wanted);
  });
});

describe('search for a text that names several models', () => {
  it('ranks id, id without author, permanent slug, name and former name in this order', () => {
    const shared = prepareLexicon([
      entry({ id: 'a/former', formerly: ['b/oak'], popularity: 1 }),
      entry({ id: 'a/named', name: 'b/oak', popularity: 2 }),
      entry({ id: 'a/permanent', permanentSlug: 'b/oak', popularity: 3 }),
      entry({ id: 'b/oak', retired: '2026-01-01' }),
    ]);
    expect(find(shared, 'b/oak')).toEqual(['b/oak', 'a/permanent', 'a/named', 'a/former']);
    const slugs = prepareLexicon([
      entry({ id: 'a/named', name: 'oak', popularity: 1 }),
      entry({ id: 'b/oak', retired: '2026-01-01' }),
    ]);
    expect(find(slugs, 'oak')[0]).toBe('b/oak');
  });

  it('ranks listed models before retired ones and bases before variants', () => {
    const family = prepareLexicon([
      entry({ id: 'a/elm:free', permanentSlug: 'a/elm-1', hasListedBase: true }),
      entry({ id: 'a/elm', permanentSlug: 'a/elm-1' }),
      entry({ id: 'b/elm', retired: '2026-01-01', permanentSlug: 'a/elm-1' }),
    ]);
    expect(find(family, 'elm')).toEqual(['a/elm', 'b/elm']);
    expect(find(family, 'a/elm-1')).toEqual(['a/elm', 'b/elm']);
    expect(find(family, 'a/elm:free')[0]).toBe('a/elm:free');
  });

  it('uses capitals when two ids differ in nothing else', () => {
    const two = prepareLexicon([entry({ id: 'a/Fir-405B' }), entry({ id: 'a/fir-405b' })]);
    expect(find(two, 'a/Fir-405B')[0]).toBe('a/Fir-405B');
    expect(find(two, 'a/fir-405b')[0]).toBe('a/fir-405b');
  });

  it('ranks a retired model after listed ones when only its words were typed, not its exact name', () => {
    const rings = { authorNames: ['A Labs'], prefix: 'A Labs' };
    const two = prepareLexicon([
      entry({ ...rings, id: 'a/ring-1t', name: 'Ring 1T', retired: '2026-01-01' }),
      entry({ ...rings, id: 'a/ring-2.6-1t', name: 'Ring 2.6 1T' }),
    ]);
    expect(find(two, 'ring 1t')).toEqual(['a/ring-2.6-1t', 'a/ring-1t']);
    expect(find(two, 'Ring 1T')).toEqual(['a/ring-1t', 'a/ring-2.6-1t']);
  });
});

describe('search for unusual names', () => {
  const odd = [
    'C',
    'C++',
    'C#',
    '通义千问大模型',
    '🦙',
    'in:image',
    'free',
    '-mini',
    '"quoted"',
    'constructor',
    'a – b',
  ];
  const lexicon = prepareLexicon(odd.map((name, place) => entry({ id: `acme/model-${place}`, name })));
  it.each(odd)('finds the exact name first: %s', (name) => {
    expect(find(lexicon, name)[0]).toBe(`acme/model-${odd.indexOf(name)}`);
  });
});

describe('search for versions and dates', () => {
  const dated = prepareLexicon([
    entry({ id: 'acme/yew-opus-5', permanentSlug: 'acme/yew-opus-5-20260723', popularity: 1 }),
    entry({ id: 'acme/yew-4o-2024-11-20', popularity: 2 }),
    entry({ id: 'acme/yew-large-2407', popularity: 3 }),
    entry({ id: 'acme/yew-11', retired: '2026-01-01' }),
    entry({ id: 'acme/yew-2', retired: '2026-01-01' }),
    entry({ id: 'acme/yew-2.6', retired: '2026-01-01' }),
  ]);
  it.each([
    ['yew 2', 'acme/yew-2'],
    ['yew 11', 'acme/yew-11'],
    ['yew 2.6', 'acme/yew-2.6'],
  ])('does not match a version with a part of a date: %s', (typed, first) => {
    expect(find(dated, typed)[0]).toBe(first);
    expect(search(dated, { ...NO_REQUEST, typed }).missing).toBe(1);
  });
  it.each([
    ['yew 2024', 'acme/yew-4o-2024-11-20'],
    ['yew 11-20', 'acme/yew-4o-2024-11-20'],
    ['20 11 2024 yew', 'acme/yew-4o-2024-11-20'],
    ['yew 20260723', 'acme/yew-opus-5'],
    ['yew 202607', 'acme/yew-opus-5'],
    ['yew large 2407', 'acme/yew-large-2407'],
  ])('does not match a date with a version: %s', (typed, first) => {
    expect(find(dated, typed)[0]).toBe(first);
  });
});
