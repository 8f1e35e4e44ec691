import { describe, expect, it } from 'vitest';
import { dayCounts } from '../../../../src/search/changes/change-counts.ts';
import { changeFigures, sizeText } from '../../../../src/search/changes/change-figures.ts';
import type { ChangeItem } from '../../../../src/search/changes/change-item.ts';
import {
  bySize,
  changeCounts,
  changesMatching,
  filterToDrop,
} from '../../../../src/search/changes/change-matcher.ts';
import { NO_CHANGE_REQUEST, type ChangeRequest } from '../../../../src/search/changes/change-request.ts';

const item = (
  author: string,
  percent: number | null,
  more: Partial<ChangeItem> = {},
): ChangeItem & { name: string } => {
  const name = `${author} ${percent ?? 'none'}`;
  return {
    kind: percent === null ? 'new' : 'price',
    author,
    percent,
    isDated: true,
    count: 1,
    models: [name],
    name,
    ...more,
  };
};

const ITEMS = [
  item('a', 50, { count: 2, models: ['a1', 'a2'] }),
  item('a', -10),
  item('b', 4),
  item('b', null),
  item('b', Infinity),
  item('c', -Infinity),
];

const asked = (more: Partial<ChangeRequest>): ChangeRequest => ({ ...NO_CHANGE_REQUEST, ...more });
const percents = (more: Partial<ChangeRequest>) =>
  changesMatching(ITEMS, asked(more)).map(({ percent }) => percent);

describe('changesMatching', () => {
  it.each<[string, Partial<ChangeRequest>, readonly (number | null)[]]>([
    ['everything without filters', {}, [50, -10, 4, null, Infinity, -Infinity]],
    ['increases', { direction: 'up' }, [50, 4, Infinity]],
    ['decreases', { direction: 'down' }, [-10, -Infinity]],
    ['price changes of at least a size, both ways', { sizeMin: 10 }, [50, -10, Infinity, -Infinity]],
    ['any of the kinds', { kinds: ['new', 'gone'] }, [null]],
    ['any of the authors', { authors: ['a', 'c'] }, [50, -10, -Infinity]],
    ['what passes all filters', { direction: 'up', authors: ['b'], sizeMin: 5 }, [Infinity]],
  ])('shows %s', (_, request, found) => {
    expect(percents(request)).toEqual(found);
  });
});

describe('changeCounts', () => {
  it('counts what each choice would show beside the other filters', () => {
    const counts = changeCounts(ITEMS, asked({ direction: 'up', authors: ['a'] }));
    expect(Object.fromEntries(counts.directions)).toEqual({ up: 2, down: 1 });
    expect(Object.fromEntries(counts.authors)).toEqual({ a: 2, b: 2 });
    expect(Object.fromEntries(counts.kinds)).toEqual({ price: 2 });
    expect(Object.fromEntries(counts.sizes)).toEqual({ 5: 2, 10: 2, 25: 2, 50: 2 });
  });
});

describe('filterToDrop', () => {
  it('is the filter without which the most changes match', () => {
    const request = asked({ kinds: ['new'], authors: ['a'] });
    expect(changesMatching(ITEMS, request)).toEqual([]);
    expect(filterToDrop(ITEMS, request)).toEqual({ filter: 'kinds', count: 3 });
  });

  it('is null if no single filter helps', () => {
    expect(filterToDrop([item('a', null)], asked({ kinds: ['price'], authors: ['b'] }))).toBeNull();
  });
});

it('bySize sorts the largest first and changes without a size last', () => {
  expect([...ITEMS].sort(bySize).map(({ percent }) => percent)).toEqual([
    Infinity,
    -Infinity,
    50,
    -10,
    4,
    null,
  ]);
});

describe('changeFigures', () => {
  it('counts increases and decreases by model, with the median of those with a percentage', () => {
    const { increases, decreases, models, priced, largest } = changeFigures(ITEMS);
    expect(increases).toEqual({ count: 4, median: '50%' });
    expect(decreases).toEqual({ count: 2, median: '10%' });
    expect([models, priced]).toEqual([7, 6]);
    expect([largest?.item.name, largest?.text]).toEqual(['a 50', '50%']);
  });

  it('takes the middle of two middle values as the median', () => {
    expect(changeFigures([item('a', 10), item('a', 15)]).increases.median).toBe('13%');
    expect(changeFigures([item('a', 1), item('a', 2.5)]).increases.median).toBe('1.8%');
  });

  it('counts no price change without a date', () => {
    const { increases, models, largest } = changeFigures([item('a', 10, { isDated: false })]);
    expect([increases.count, models, largest]).toEqual([0, 1, null]);
  });

  it('has no median and no largest increase without percentages', () => {
    const { increases, largest } = changeFigures([item('a', Infinity), item('a', null)]);
    expect([increases, largest]).toEqual([{ count: 1, median: null }, null]);
  });
});

it.each([
  [7.39, '7.4%'],
  [-28.89, '29%'],
  [9.96, '10%'],
  [1285.71, '1,286%'],
])('sizeText writes %s as %s', (percent, text) => {
  expect(sizeText(percent)).toBe(text);
});

describe('dayCounts', () => {
  it.each<[readonly ChangeItem[], string]>([
    [[item('a', 5), item('a', -5, { count: 2 }), item('a', null)], '1 up, 2 down, 1 other'],
    [[item('a', 5)], '1 up, 0 down'],
    [[item('a', null)], '1 change'],
    [[item('a', null, { count: 3 })], '3 changes'],
    [[], '0 changes'],
  ])('of %j is "%s"', (items, text) => {
    expect(dayCounts(items)).toBe(text);
  });
});
