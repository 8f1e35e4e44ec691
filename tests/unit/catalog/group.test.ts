import { describe, expect, it } from 'vitest';
import { foldModels, newestModel } from '../../../src/catalog/group.ts';
import { aModel } from '../../support/a-model.ts';

const folded = (models: Parameters<typeof foldModels>[0]) =>
  foldModels(models).map(({ base, members }) => [base.id, ...members.map((member) => member.id)]);

const alias = (id: string, target: string) => aModel(id, { aliasTarget: { id: target, name: target } });

describe('foldModels', () => {
  it('folds variants, then aliases, under their base in the given order', () => {
    expect(
      folded([
        alias('~a/m-latest', 'a/m'),
        aModel('a/m:free'),
        aModel('b/n'),
        aModel('a/m'),
        aModel('a/m:batch'),
      ]),
    ).toEqual([['b/n'], ['a/m', 'a/m:free', 'a/m:batch', '~a/m-latest']]);
  });

  it('keeps a variant without a listed base as a row of its own', () => {
    expect(folded([aModel('a/m:free'), aModel('a/m:batch')])).toEqual([['a/m:free'], ['a/m:batch']]);
  });

  it('folds an alias of a variant under the base, or under the variant when the base is not listed', () => {
    expect(folded([alias('~a/x', 'a/m:free'), aModel('a/m:free'), aModel('a/m')])).toEqual([
      ['a/m', 'a/m:free', '~a/x'],
    ]);
    expect(folded([alias('~a/x', 'a/m:free'), aModel('a/m:free')])).toEqual([['a/m:free', '~a/x']]);
  });

  it('keeps an alias without a target, of an alias or of itself as a row of its own', () => {
    expect(
      folded([aModel('~a/w'), alias('~a/x', 'a/gone'), alias('~a/y', '~a/x'), alias('~a/z', '~a/z')]),
    ).toEqual([['~a/w'], ['~a/x'], ['~a/y'], ['~a/z']]);
  });

  it('neither loses nor repeats a row', () => {
    const models = [aModel('a/m:free'), alias('~a/x', 'a/m'), aModel('a/m'), aModel('c/d:thinking')];
    expect(folded(models).flat().sort()).toEqual(models.map((model) => model.id).sort());
  });
});

it('newestModel picks the model that was added last, and never an alias', () => {
  const groups = foldModels([
    aModel('a/old', { addedAt: '2026-04-01T00:00:00Z' }),
    aModel('a/new', { addedAt: '2026-04-16T00:00:00Z' }),
    aModel('~a/m-latest', { addedAt: '2026-04-27T00:00:00Z' }),
    aModel('a/undated', { addedAt: null }),
  ]);
  expect(newestModel(groups)?.id).toBe('a/new');
  expect(newestModel(foldModels([aModel('~a/m-latest'), aModel('a/undated', { addedAt: null })]))).toBeNull();
});
