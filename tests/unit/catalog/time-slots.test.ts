import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotWords } from '../../../src/catalog/slot-words.ts';
import { WEEK } from '../../../src/catalog/tiers.ts';
import { isInSlots, shiftSlots, type Slot } from '../../../src/catalog/time-slots.ts';

const DAY = 1440;

describe('shiftSlots', () => {
  const words = (slots: readonly Slot[], minutes: number) => slotWords(shiftSlots(slots, minutes));
  const daily = (start: number, end: number): Slot => ({ day: 'any', start, end });

  it('moves hours of every day past midnight in both directions', () => {
    expect(words([daily(240, 360)], 120)).toBe('06:00–08:00');
    expect(words([daily(1320, 1440)], 60)).toBe('23:00–01:00');
    expect(words([daily(0, 60)], -330)).toBe('18:30–19:30');
  });

  it('moves hours of a day of the week into the next or the last day', () => {
    const friday: Slot = { day: 'friday', start: 0, end: 60 };
    expect(words([friday], -90)).toBe('Thu 22:30–23:30');
    expect(words([{ day: 'sunday', start: 1380, end: DAY }], 90)).toBe('Mon 00:30–01:30');
  });

  it('leaves whole days and whole weeks as they are where nothing is shifted', () => {
    expect(words([{ day: 'saturday', start: 0, end: DAY }], 0)).toBe('Sat');
    expect(words([daily(0, DAY)], 345)).toBe('');
  });

  it('holds at the same moments as before, for every clock', () => {
    const slot = fc
      .tuple(
        fc.constantFrom('any', ...WEEK),
        fc.integer({ min: 0, max: DAY - 1 }),
        fc.integer({ min: 1, max: DAY }),
      )
      .map(([day, start, length]): Slot => ({ day, start, end: Math.min(DAY, start + length) }));
    const ahead = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    const moment = fc.integer({ min: 0, max: 7 * DAY - 1 });
    const at = (minutes: number) => {
      const place = (minutes + 7 * DAY) % (7 * DAY);
      return { day: WEEK[Math.floor(place / DAY)] ?? '', minutes: place % DAY };
    };
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 4 }), ahead, moment, (slots, minutes, utc) => {
        expect(isInSlots(shiftSlots(slots, minutes), at(utc + minutes))).toBe(isInSlots(slots, at(utc)));
      }),
    );
  });
});
