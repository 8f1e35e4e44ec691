import { expect, it } from 'vitest';
import { topWithTies } from '../../../../src/site/charts/with-ties.ts';

const top = (sizes: readonly number[], limit: number) => topWithTies(sizes, limit, (size) => size);

it('topWithTies never cuts between two equal sizes', () => {
  expect(top([1, 4, 3, 4, 5], 2)).toEqual([5, 4, 4]);
  expect(top([1, 4, 3, 4, 5], 3)).toEqual([5, 4, 4]);
  expect(top([1, 2], 5)).toEqual([2, 1]);
  expect(top([], 5)).toEqual([]);
});
