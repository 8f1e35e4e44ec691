import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaces, writePlaces } from '../../../src/rankings/places.ts';

const base = ['a', 'b', 'c', 'd', 'e'];

describe('writePlaces', () => {
  it('writes the earlier place of each model, and models that stay together as a range', () => {
    expect(writePlaces(base, base)).toBe('1-5');
    expect(writePlaces(base, ['a', 'c', 'b', 'd', 'e'])).toBe('1,3,2,4-5');
    expect(writePlaces(base, ['e', 'a', 'b', 'c', 'd'])).toBe('5,1-4');
    expect(writePlaces([], [])).toBe('');
  });

  it('is undone by readPlaces for any order of any list', () => {
    const lists = fc
      .uniqueArray(fc.string(), { maxLength: 60 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })));
    fc.assert(
      fc.property(lists, ([ids, order]) => {
        expect(readPlaces(ids, writePlaces(ids, order))).toEqual(order);
      }),
    );
  });
});

it.each(['', '1-4', '1-6', '1-5,5', '1-4,4', '1,3,2,4,x', '5-1', '0-4', '1-999999', ' 1-5', '1.5,2-5'])(
  'readPlaces refuses %j, which is not an order of five models',
  (text) => {
    expect(readPlaces(base, text)).toBeNull();
  },
);
