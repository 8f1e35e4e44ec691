import { DAY_MINUTES } from './day.ts';
import type { Condition } from './facts.ts';
import type { Model } from './model.ts';
import { WEEK, type Moment } from './tiers.ts';

/** The times of the week at which the prices of a model differ. */

type Tiered = Pick<Model, 'tiers'>;

/**
 * A time window of one day of the week, or of every day (`any`). Minutes; the end is exclusive and at most
 * 1440.
 */
export interface Slot {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every time window between two price changes: of a generic day when no tier names days, otherwise of the
 * week.
 */
export function slotsOf(model: Tiered): Slot[] {
  const windows = conditionsOf(model, 'utc-window');
  const namesDays = conditionsOf(model, 'utc-days').length > 0;
  if (windows.length === 0 && !namesDays) return [];
  const cuts = uniqueAscending([0, ...windows.flatMap(({ start, end }) => [start, end % DAY_MINUTES])]);
  const day = cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? DAY_MINUTES }));
  const days = namesDays ? WEEK : ['any'];
  return days.flatMap((name) => day.map((slot) => ({ ...slot, day: name })));
}

/** The same times on a clock that is so many minutes ahead, in the order of the week. */
export function shiftSlots(slots: readonly Slot[], minutes: number): readonly Slot[] {
  const shifted = slots.flatMap(({ day, start, end }) => {
    const from = start + minutes;
    const days = Math.floor(from / DAY_MINUTES);
    const first = { day: dayAfter(day, days), start: from - days * DAY_MINUTES };
    const rest = first.start + end - start - DAY_MINUTES;
    if (rest <= 0) return [{ ...first, end: rest + DAY_MINUTES }];
    return [
      { ...first, end: DAY_MINUTES },
      { day: dayAfter(day, days + 1), start: 0, end: rest },
    ];
  });
  return shifted.sort((a, b) => placeOf(a.day) - placeOf(b.day) || a.start - b.start);
}

/** Whether a moment of the week is in one of the windows. */
export function isInSlots(slots: readonly Slot[], { day, minutes }: Moment): boolean {
  return slots.some(
    (slot) => (slot.day === 'any' || slot.day === day) && minutes >= slot.start && minutes < slot.end,
  );
}

function dayAfter(day: string, days: number): string {
  const place = placeOf(day);
  return place < 0 ? day : (WEEK.at((place + days) % WEEK.length) ?? day);
}

function placeOf(day: string): number {
  return (WEEK as readonly string[]).indexOf(day);
}

/** The first moment of a slot. */
export function momentIn({ day, start }: Slot): Moment {
  return { day, minutes: start };
}

/** All conditions of one kind in the tiers of a model. */
export function conditionsOf<K extends Condition['kind']>(
  { tiers }: Tiered,
  kind: K,
): Extract<Condition, { kind: K }>[] {
  return tiers
    .flatMap((tier) => tier.when)
    .filter((condition): condition is Extract<Condition, { kind: K }> => condition.kind === kind);
}

/** The values sorted, without duplicates. */
export function uniqueAscending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
