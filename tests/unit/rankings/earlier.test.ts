import { describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../src/catalog/categories.ts';
import { listsBefore, movementSince } from '../../../src/rankings/earlier.ts';
import {
  applyRanking,
  nextRanking,
  POPULARITY,
  type KnownRankings,
  type Ranked,
  type RankingRecord,
} from '../../../src/rankings/record.ts';

interface Night {
  readonly at: string;
  readonly legal?: readonly string[] | null;
  readonly popularity?: readonly string[] | null;
  readonly scope?: Ranked['scope'];
  readonly categoriesOrigin?: Ranked['categoriesOrigin'];
}

/** What these nights leave behind, recorded one after the other. */
function recorded(nights: readonly Night[]): readonly RankingRecord[] {
  let known: KnownRankings = new Map();
  return nights.flatMap(({ at, legal = null, popularity = null, scope = 'text', categoriesOrigin }) => {
    const failed = { ids: null, problem: 'It could not be read.' } as const;
    const record = nextRanking(known, {
      capturedAt: `${at}:00.000Z`,
      scope,
      categoriesOrigin: categoriesOrigin ?? 'endpoint',
      popularity,
      categories: Object.fromEntries(
        CATEGORY_NAMES.map((name) => [
          name,
          name === 'legal' && legal ? { ids: legal, problem: null } : failed,
        ]),
      ) as Ranked['categories'],
    });
    if (record) known = applyRanking(known, record);
    return record ?? [];
  });
}

const NOW = '2026-04-11T02:10:00.000Z';

/** The time of the list of `days` days ago, and the places gained since by the model that is second now. */
function found(nights: readonly Night[], days: number, scope: Ranked['scope'] = 'text') {
  const list = listsBefore(recorded(nights), { now: NOW, scope, days }).get(POPULARITY);
  return list ? movementSince(list, 'a/x', 2) : null;
}

describe('the movement of a model over ten made-up nights', () => {
  // The model climbs a place each night: it is 12th on April 1 and third on April 10.
  const nights = Array.from({ length: 10 }, (_, index): Night => {
    const others = Array.from({ length: 15 }, (_other, place) => `a/m${place}`);
    return {
      at: `2026-04-${String(index + 1).padStart(2, '0')}T02:0${index % 5}`,
      popularity: others.toSpliced(11 - index, 0, 'a/x'),
    };
  });

  it('is counted from the record of the day asked for, whatever the hour', () => {
    expect(found(nights, 7)).toEqual({ since: '2026-04-04T02:03:00.000Z', gained: 7 });
    expect(found(nights, 10)).toEqual({ since: '2026-04-01T02:00:00.000Z', gained: 10 });
    const late = nights.map((night) => ({ ...night, at: night.at.replace('T02', 'T23') }));
    expect(found(late, 7)?.since).toBe('2026-04-04T23:03:00.000Z');
  });

  it('is counted from up to two days before that day when its night is missing', () => {
    const without = (...days: readonly string[]) =>
      nights.filter(({ at }) => !days.some((day) => at.startsWith(`2026-04-${day}`)));
    expect(found(without('04'), 7)).toEqual({ since: '2026-04-03T02:02:00.000Z', gained: 8 });
    expect(found(without('04', '03'), 7)?.since).toBe('2026-04-02T02:01:00.000Z');
    expect(found(without('04', '03', '02'), 7)).toBeNull();
  });

  it('is unknown for a time before the first record and without any record', () => {
    expect(found(nights, 30)).toBeNull();
    expect(found([], 7)).toBeNull();
  });

  it('is negative for lost places, and without a number for a model that was not in the list', () => {
    expect(found([{ at: '2026-04-04T00:00', popularity: ['a/x', 'a/y'] }], 7)?.gained).toBe(-1);
    expect(found([{ at: '2026-04-04T00:00', popularity: ['a/y'] }], 7)?.gained).toBeNull();
  });

  it('is counted from the last of several records of a day', () => {
    const twice = [...nights.slice(0, 4), { at: '2026-04-04T14:00', popularity: ['a/x', 'a/y'] }];
    expect(found(twice, 7)).toEqual({ since: '2026-04-04T14:00:00.000Z', gained: -1 });
  });

  it('is counted from a night that has the list, not from one whose request failed', () => {
    const failed = nights.with(3, { at: '2026-04-04T02:03', legal: ['a/x'] });
    expect(found(failed, 7)?.since).toBe('2026-04-03T02:02:00.000Z');
    const lists = listsBefore(recorded(failed), { now: NOW, scope: 'text', days: 7 });
    expect(lists.get('legal')?.at).toBe('2026-04-04T02:03:00.000Z');
  });

  it('is unknown for another scope, for a stand-in and for a record without places', () => {
    expect(found(nights, 7, 'all')).toBeNull();
    expect(
      found(
        nights.map((night) => ({ ...night, categoriesOrigin: 'stand-in' })),
        7,
      ),
    ).toBeNull();
    const old: RankingRecord = {
      kind: 'ranking',
      at: '2026-04-04T00:00:00.000Z',
      scope: 'text',
      categories: { legal: { entered: ['a/x', 'a/y'], top: ['a/x', 'a/y'] } },
    };
    expect(listsBefore([old], { now: NOW, scope: 'text', days: 7 }).size).toBe(0);
  });
});
