import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, sortText, type Direction, type SortValue } from '../../../src/catalog/compare.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { memberAhead, sortGroups, SORTS, type SortKey } from '../../../src/catalog/sort.ts';
import { aModel } from '../../support/a-model.ts';

const perToken = (input: string, output = '0.000001') => ({ prices: { input, output } });

/** Ids of models, sorted as groups of one. */
const sorted = (models: readonly Model[], ...order: [SortKey, Direction?]) =>
  sortGroups(
    models.map((base) => ({ base, members: [] })),
    ...order,
  ).map(({ base }) => base.id);

describe('compareValues', () => {
  it('puts blanks last in both directions and is a consistent order', () => {
    const values = fc.oneof(fc.double({ noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(values), fc.constantFrom('asc', 'desc'), (list: SortValue[], direction) => {
        const sorted = [...list].sort((a, b) => compareValues(a, b, direction));
        const blanks = list.filter((value) => value === null).length;
        expect(sorted.slice(sorted.length - blanks).every((value) => value === null)).toBe(true);
        sorted.slice(1).forEach((value, i) => {
          expect(compareValues(sorted[i] ?? null, value, direction)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  it('sorts text without case and accents, and numbers in it by value', () => {
    const names = ['GPT-10', 'éclair', 'gpt-5.10', 'GPT-5.2', 'Zephyr', 'eclipse', 'GPT-05.1'];
    expect([...names].sort((a, b) => compareValues(sortText(a), sortText(b), 'asc'))).toEqual([
      'éclair',
      'eclipse',
      'GPT-05.1',
      'GPT-5.2',
      'gpt-5.10',
      'GPT-10',
      'Zephyr',
    ]);
  });
});

describe('sortGroups', () => {
  const models = [
    aModel('a/dear', perToken('0.00001')),
    aModel('a/router', perToken('-1', '-1')),
    aModel('a/free', perToken('0', '0')),
    aModel('a/silent', { prices: {} }),
    aModel('a/cheap', perToken('0.0000001')),
  ];

  it('sorts free as zero, and puts dynamic and unknown last in both directions in the given order', () => {
    expect(sorted(models, 'input')).toEqual(['a/free', 'a/cheap', 'a/dear', 'a/router', 'a/silent']);
    expect(sorted(models, 'input', 'desc')).toEqual(['a/dear', 'a/cheap', 'a/free', 'a/router', 'a/silent']);
  });

  it('sorts a context of zero as not stated', () => {
    const some = [aModel('a/zero', { context: 0 }), aModel('a/none', { context: null }), aModel('a/some')];
    expect(sorted(some, 'context', 'asc')).toEqual(['a/some', 'a/zero', 'a/none']);
  });

  it('puts the newest or the most used first by default', () => {
    const some = [
      aModel('a/old', { addedAt: '2024-01-01T00:00:00Z', popularity: 2 }),
      aModel('a/new', { addedAt: '2026-01-01T00:00:00Z', popularity: null }),
      aModel('a/mid', { addedAt: '2025-01-01T00:00:00Z', popularity: 1 }),
    ];
    expect(sorted(some, 'newest')).toEqual(['a/new', 'a/mid', 'a/old']);
    expect(sorted(some, 'popularity')).toEqual(['a/mid', 'a/old', 'a/new']);
    expect(sorted(some, 'popularity', 'desc')).toEqual(['a/old', 'a/mid', 'a/new']);
  });
});

describe('sortGroups and memberAhead', () => {
  const base = aModel('a/m', perToken('0.000003'));
  const free = aModel('a/m:free', perToken('0', '0'));
  const batch = aModel('a/m:batch', perToken('0.0000015'));
  const group = { base, members: [batch, free] };
  const other = { base: aModel('b/n', perToken('0.000002')), members: [] };

  it('sort a group by its base', () => {
    expect(sortGroups([group, other], 'input').map((g) => g.base.id)).toEqual(['b/n', 'a/m']);
  });

  it('name the member that would come before its base', () => {
    expect(memberAhead(group, SORTS.input)?.id).toBe('a/m:free');
    expect(memberAhead(group, SORTS.input, 'desc')).toBeNull();
    expect(memberAhead(other, SORTS.input)).toBeNull();
  });

  it('name no member for a tie or in an order by name', () => {
    expect(
      memberAhead({ base, members: [aModel('a/m:thinking', perToken('0.000003'))] }, SORTS.input),
    ).toBeNull();
    expect(memberAhead({ base, members: [aModel('a/m:free', { name: 'A' })] }, SORTS.name)).toBeNull();
  });

  it('name a member that has a value when the base has none', () => {
    const unranked = { base: aModel('a/m'), members: [aModel('a/m:free', { popularity: 9 })] };
    expect(memberAhead(unranked, SORTS.popularity)?.id).toBe('a/m:free');
  });
});

describe('the order by number of modalities', () => {
  it('counts output modalities besides text, and puts models of one number in order of their names', () => {
    const models = [
      aModel('a/z', { name: 'Zebra', inputModalities: ['text', 'image'] }),
      aModel('a/t', { name: 'Text', inputModalities: ['text'] }),
      aModel('a/s', { name: 'Speaks', inputModalities: ['text'], outputModalities: ['text', 'audio'] }),
      aModel('a/n', { name: 'Nothing', inputModalities: [], outputModalities: [] }),
    ];
    expect(sorted(models, 'modalities')).toEqual(['a/s', 'a/z', 'a/t', 'a/n']);
    expect(sorted(models, 'modalities', 'asc')).toEqual(['a/t', 'a/s', 'a/z', 'a/n']);
  });
});
