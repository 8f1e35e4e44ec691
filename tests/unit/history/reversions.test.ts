import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { findAbsences, findReversions } from '../../../src/history/reversions.ts';
import type { Track } from '../../../src/ledger/ledger.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

/** The track of one model by day of January; `null` is a day without it. */
function trackOf(days: Readonly<Record<number, Partial<Facts> | null>>): Track {
  const captures = Object.entries(days).map(([day, over]) =>
    captured(`2026-01-${day.padStart(2, '0')}`, {
      'm/other': facts({ created: 1, permanentSlug: 'other' }),
      ...(over && { 'm/a': facts(over) }),
    }),
  );
  const track = ledgerOf(...captures).tracks.get('m/a');
  if (!track) throw new Error('The model was never listed.');
  return track;
}

const priced = (input: string, output = '1'): Partial<Facts> => ({ prices: { input, output } });
const absences = (days: Parameters<typeof trackOf>[0]) =>
  [...findAbsences(trackOf(days))].map(([step, { days: length, isShort, lastListed }]) => [
    step.by.slice(8, 10),
    lastListed.slice(8, 10),
    length,
    isShort,
  ]);

describe('findAbsences', () => {
  it.each([
    [{ 1: {}, 2: null, 9: {} }, [['09', '01', 7, true]]],
    [{ 1: {}, 2: null, 10: {} }, [['10', '01', 8, false]]],
    [
      { 1: {}, 2: null, 3: {}, 4: null, 20: {} },
      [
        ['03', '01', 1, true],
        ['20', '03', 16, false],
      ],
    ],
    [{ 1: {}, 2: {} }, []],
    [{ 1: {}, 2: null, 9: null }, []],
  ])('finds the return, the last listing and the length of each absence in %j', (days, found) => {
    expect(absences(days)).toEqual(found);
  });
});

const reversions = (days: Parameters<typeof trackOf>[0]) => {
  const track = trackOf(days);
  return findReversions(track, findAbsences(track)).map(({ key, first, last }) => [
    key,
    first.by.slice(8, 10),
    last.by.slice(8, 10),
  ]);
};

describe('findReversions', () => {
  it('finds a price that is restored within three days', () => {
    expect(reversions({ 1: priced('1'), 2: priced('2'), 5: priced('1') })).toEqual([['input', '02', '05']]);
    expect(reversions({ 1: priced('1'), 2: priced('2'), 6: priced('1') })).toEqual([]);
  });

  it('takes the longest of several that start with the same change', () => {
    const days = { 1: priced('1'), 2: priced('2'), 3: priced('1'), 4: priced('2'), 5: priced('1') };
    expect(reversions(days)).toEqual([['input', '02', '05']]);
  });

  it('finds brief changes of each price key separately', () => {
    const days = { 1: priced('1', '1'), 2: priced('2', '2'), 3: priced('1', '2'), 4: priced('1', '1') };
    expect(reversions(days)).toEqual([
      ['input', '02', '03'],
      ['output', '02', '04'],
    ]);
  });

  it('finds tiers that are restored', () => {
    const tiered = (input: string): Partial<Facts> => ({
      tiers: [{ when: [{ kind: 'prompt-above', tokens: 9 }], prices: { input } }],
    });
    expect(reversions({ 1: tiered('1'), 2: tiered('2'), 3: tiered('1.0') })).toEqual([['tiers', '02', '03']]);
  });

  it('starts no reversion with a price that changed during a long absence', () => {
    expect(reversions({ 1: priced('1'), 2: null, 12: priced('2'), 13: priced('1') })).toEqual([]);
  });
});
