import { describe, expect, it } from 'vitest';
import { moved, readCompare, writeCompare } from '../../../../src/ui/compare/client/compare-address.ts';

const read = (query: string) => readCompare(new URLSearchParams(query));
const ids = (count: number): string[] => Array.from({ length: count }, (_, place) => `maker/${place}`);
const query = (all: readonly string[]): string => all.map((id) => `m=${id}`).join('&');

describe('readCompare', () => {
  it('reads ids in their order, without repeated and empty ones', () => {
    expect(read('m=b/x&m=a/y&m=b/x&m=&m=%20a/z%20').ids).toEqual(['b/x', 'a/y', 'a/z']);
  });

  it('keeps six ids and names those that are left out', () => {
    const request = read(query(ids(8)));
    expect(request.ids).toEqual(ids(6));
    expect(request.leftOut).toEqual(['maker/6', 'maker/7']);
  });

  it('ignores a reference that is not compared, and an unknown chart', () => {
    expect(read('m=a/x&ref=a/y&chart=area')).toMatchObject({ reference: null, chart: null });
    expect(read('m=a/x&m=a/y&ref=a/y&chart=cost&only=1')).toMatchObject({
      reference: 'a/y',
      chart: 'cost',
      onlyDifferences: true,
    });
  });
});

describe('writeCompare', () => {
  it('writes what it reads, leaves defaults out and keeps other parameters', () => {
    const text = 'm=a%2Fx&m=a%2Fy&ref=a%2Fy&only=1&chart=input&wi=1000';
    expect(String(writeCompare(new URLSearchParams(text), read(text)))).toBe(text);
    expect(String(writeCompare(new URLSearchParams('wi=5&m=b/b'), read('m=a/x&m=a/y&ref=a/x')))).toBe(
      'm=a%2Fx&m=a%2Fy&wi=5',
    );
  });
});

describe('moved', () => {
  it('moves an id a place, and not over the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});
