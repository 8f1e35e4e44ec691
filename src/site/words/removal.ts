import { hasPassed } from '../../catalog/removal.ts';
import { ago, date } from '../../catalog/format.ts';

/** A tag beside a name: `retiring 24 Aug 2026`, or `removal was due 1 Aug 2026` where that day has passed. */
export function removalTag(day: string, now: string): string {
  return hasPassed(day, now) ? `removal was due ${date(day)}` : `retiring ${date(day)}`;
}

/** How far away the day is: `in 2 days`, `passed 21 days ago`. */
export function removalDistance(day: string, now: string): string {
  return hasPassed(day, now) ? `passed ${ago(day, now)}` : ago(day, now);
}
