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
