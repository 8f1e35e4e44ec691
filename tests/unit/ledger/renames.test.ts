import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairRenames } from '../../../src/ledger/renames.ts';
import { facts } from '../../support/ledger.ts';

const rows = (given: Readonly<Record<string, Parameters<typeof facts>[0]>>) =>
  new Map(Object.entries(given).map(([id, over]) => [id, facts(over)] as const));
const pairs = (removed: Parameters<typeof rows>[0], added: Parameters<typeof rows>[0]) =>
  Object.fromEntries(pairRenames(rows(removed), rows(added)));

describe('pairRenames', () => {
  it('pairs ids with the same permanent slug', () => {
    expect(pairs({ 'a/old': { created: 1 } }, { 'a/new': { created: 2 } })).toEqual({ 'a/new': 'a/old' });
  });

  it('pairs ids that were added upstream at the same time', () => {
    expect(pairs({ 'a/old': { permanentSlug: 'x' } }, { 'a/new': { permanentSlug: 'y' } })).toEqual({
      'a/new': 'a/old',
    });
  });

  it('pairs no ids with neither in common', () => {
    expect(pairs({ 'a/old': {} }, { 'a/new': { created: 2, permanentSlug: 'y' } })).toEqual({});
    expect(
      pairs(
        { 'a/old': { created: null, permanentSlug: null } },
        { 'a/new': { created: null, permanentSlug: null } },
      ),
    ).toEqual({});
  });

  it('pairs no ids of different variants', () => {
    expect(pairs({ 'a/m:free': {} }, { 'a/m-2': {} })).toEqual({});
    expect(pairs({ 'a/m:free': {} }, { 'a/m-2:free': {} })).toEqual({ 'a/m-2:free': 'a/m:free' });
  });

  it('prefers the same slug to the same time, and both to one of them', () => {
    const removed = { 'a/time': { permanentSlug: 'x' }, 'a/slug': { created: 1 } };
    expect(pairs(removed, { 'a/new': {} })).toEqual({ 'a/new': 'a/slug' });
    expect(pairs({ ...removed, 'a/both': {} }, { 'a/new': {} })).toEqual({ 'a/new': 'a/both' });
  });

  it('prefers the id with more words in common when the rest is equal', () => {
    expect(pairs({ 'a/x-mini': {}, 'a/x-pro': {} }, { 'a/x-2-pro': {} })).toEqual({ 'a/x-2-pro': 'a/x-pro' });
  });

  it('uses each id once, in any order of the rows', () => {
    const id = fc.constantFrom('a/x', 'a/x-2', 'a/x-pro', 'b/x', 'a/x:free', 'a/y:free');
    const some = fc
      .uniqueArray(fc.tuple(id, fc.constantFrom(1, 2), fc.constantFrom('p', 'q')), {
        selector: ([own]) => own,
      })
      .map((all) =>
        all.map(([own, created, permanentSlug]) => [own, facts({ created, permanentSlug })] as const),
      );
    fc.assert(
      fc.property(some, some, (removed, added) => {
        const paired = pairRenames(new Map(removed), new Map(added));
        expect(new Set(paired.values()).size).toBe(paired.size);
        const again = pairRenames(new Map(removed.toReversed()), new Map(added.toReversed()));
        expect(new Map([...again].sort())).toEqual(new Map([...paired].sort()));
      }),
    );
  });
});
