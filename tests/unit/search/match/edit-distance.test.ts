import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../../../src/search/match/edit-distance.ts';

// Few letters, so that words resemble each other.
const letters = fc.constantFrom('a', 'b', 'c', 'd');
const anyWord = fc.string({ unit: letters, maxLength: 14 });
const anyMax = fc.nat({ max: 8 });
const NO_LIMIT = 100;

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['gemini', 'gemini', 0],
  ['gemni', 'gemini', 1],
  ['geminii', 'gemini', 1],
  ['gemino', 'gemini', 1],
  ['gmeini', 'gemini', 1],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['deepseek', 'mistral', 8],
])('editDistance between "%s" and "%s" is %i', (a, b, distance) => {
  expect(editDistance(a, b, NO_LIMIT)).toBe(distance);
});

it('editDistance equals the distance of the whole matrix, cut one above the limit', () => {
  fc.assert(
    fc.property(anyWord, anyWord, anyMax, (a, b, max) => {
      expect(editDistance(a, b, max)).toBe(Math.min(distanceByWholeMatrix(a, b), max + 1));
    }),
    { numRuns: 2000 },
  );
});

it('editDistance is the same in both directions', () => {
  fc.assert(
    fc.property(anyWord, anyWord, anyMax, (a, b, max) => {
      expect(editDistance(a, b, max)).toBe(editDistance(b, a, max));
    }),
  );
});

it('editDistance is zero only between equal words', () => {
  fc.assert(
    fc.property(anyWord, anyWord, anyMax, (a, b, max) => {
      expect(editDistance(a, b, max) === 0).toBe(a === b);
      expect(editDistance(a, a, max)).toBe(0);
    }),
  );
});

it('editDistance is never above the limit plus one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), anyMax, (a, b, max) => {
      expect(editDistance(a, b, max)).toBeLessThanOrEqual(max + 1);
    }),
  );
});

it('editDistance counts two swapped neighboring letters as one', () => {
  fc.assert(
    fc.property(anyWord, letters, letters, anyWord, (before, first, second, after) => {
      fc.pre(first !== second);
      const swapped = `${before}${second}${first}${after}`;
      expect(editDistance(`${before}${first}${second}${after}`, swapped, NO_LIMIT)).toBe(1);
    }),
  );
});

/** The textbook's definition, without a limit. */
function distanceByWholeMatrix(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const value = known.get(key) ?? compute(i, j);
    known.set(key, value);
    return value;
  };
  const compute = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const options = [
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(...options, ...(isSwap ? [distance(i - 2, j - 2) + 1] : []));
  };
  return distance(a.length, b.length);
}
