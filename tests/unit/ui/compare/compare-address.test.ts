import { describe, expect, it } from 'vitest';
import {
  moved,
  placed,
  readCompare,
  writeCompare,
} from '../../../../src/ui/compare/client/compare-address.ts';

const read = (query: string) => readCompare(new URLSearchParams(query));
const ids = (count: number): string[] => Array.from({ length: count }, (_, place) => `maker/${place}`);
const query = (all: readonly string[]): string => all.map((id) => `m=${id}`).join('&');

describe('readCompare', () => {
  it('reads ids in their order, without repeated and empty ones', () => {
    expect(read('m=b/x&m=a/y&m=b/x&m=&m=%20a/z%20').ids).toEqual(['b/x', 'a/y', 'a/z']);
  });

  it('reads more ids than fit', () => {
    expect(read(query(ids(8))).ids).toEqual(ids(8));
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

describe('placed', () => {
  const load = (id: string) => {
    const problem = id.startsWith('un/') ? 'unknown' : id.startsWith('bad/') ? 'failed' : null;
    return Promise.resolve({ id, problem });
  };
  const idsOf = ({ loaded }: { loaded: readonly { id: string }[] }) => loaded.map(({ id }) => id);

  it('loads six models and names those that are left out', async () => {
    const found = await placed(ids(8), load);
    expect(idsOf(found)).toEqual(ids(6));
    expect(found.leftOut).toEqual(['maker/6', 'maker/7']);
  });

  it('gives unknown ids no place', async () => {
    const asked = ['un/1', 'un/2', ...ids(3), 'un/3', 'bad/1', 'maker/3', 'maker/4', 'un/4'];
    const found = await placed(asked, load);
    expect(idsOf(found)).toEqual(asked.slice(0, -1));
    expect(found.leftOut).toEqual(['un/4']);
    expect(await placed(ids(5).concat('un/1', 'un/2'), load)).toMatchObject({ leftOut: [] });
    expect(await placed([], load)).toEqual({ loaded: [], leftOut: [] });
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
