import { describe, expect, it } from 'vitest';
import { predecessorsOf, rivalsAmong } from '../../../src/catalog/closest-rival.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { aModel } from '../../support/a-model.ts';

const ranked = (id: string, popularity: number | null, outputs = ['text']): Model =>
  aModel(id, { popularity, outputModalities: outputs });

const A = ranked('a/one', 10);

const rivalOf = (model: Model, ...others: readonly Model[]): string | undefined =>
  rivalsAmong([...others, model])(model)?.id;

describe('the closest rival', () => {
  it('is the nearest in popularity rank by another author', () => {
    expect(
      rivalOf(A, ranked('b/far', 2), ranked('a/own', 9), ranked('c/near', 13), ranked('d/last', 90)),
    ).toBe('c/near');
  });

  it('is the more used of two equally near ones', () => {
    expect(rivalOf(A, ranked('b/below', 12), ranked('c/above', 8))).toBe('c/above');
  });

  it('is found for the first and the last model of the order', () => {
    expect(rivalOf(A, ranked('b/above', 1))).toBe('b/above');
    expect(rivalOf(A, ranked('b/below', 99))).toBe('b/below');
  });

  it('has the same outputs, in any order', () => {
    const draws = ranked('a/draws', 10, ['text', 'image']);
    expect(rivalOf(draws, ranked('b/text', 11), ranked('c/draws', 50, ['image', 'text']))).toBe('c/draws');
  });

  it('is never a variant, an alias, a router or a model without a rank', () => {
    const router = aModel('b/router', { popularity: 11, prices: { input: '-1', output: '-1' } });
    expect(rivalOf(A, ranked('b/one:free', 11), ranked('~b/latest', 11), ranked('b/new', null), router)).toBe(
      undefined,
    );
  });

  it('is null for a variant, for a model without a rank, and without another author', () => {
    const other = ranked('b/other', 11);
    expect(rivalOf(ranked('a/one:free', 10), other)).toBeUndefined();
    expect(rivalOf(ranked('a/one', null), other)).toBeUndefined();
    expect(rivalOf(A, ranked('a/two', 11))).toBeUndefined();
  });
});

describe('predecessorsOf', () => {
  const added = (id: string, day: string | null): Model => aModel(id, { addedAt: day });

  it('gives each model its predecessor that was added last', () => {
    const old = added('a/1', '2025-01-01T00:00:00.000Z');
    const newer = added('a/2', '2025-06-01T00:00:00.000Z');
    const undated = added('a/0', null);
    const predecessors = predecessorsOf([
      [undated, 'a/3'],
      [newer, 'a/3'],
      [old, 'a/3'],
      [old, 'a/2'],
    ]);
    expect([...predecessors].map(([id, model]) => [id, model.id])).toEqual([
      ['a/3', 'a/2'],
      ['a/2', 'a/1'],
    ]);
  });

  it('gives a model no predecessor that is itself', () => {
    expect(predecessorsOf([[added('a/1', null), 'a/1']]).size).toBe(0);
  });

  it('does not depend on the order of models added at the same time', () => {
    const [x, y] = [added('a/x', null), added('a/y', null)];
    expect(
      predecessorsOf([
        [x, 'a/z'],
        [y, 'a/z'],
      ]).get('a/z'),
    ).toBe(x);
    expect(
      predecessorsOf([
        [y, 'a/z'],
        [x, 'a/z'],
      ]).get('a/z'),
    ).toBe(x);
  });
});
