import { hasPassed } from '../../catalog/removal.ts';
import { ago, date } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';

/** A tag next to a name: `retiring 24 Aug 2026`, or `removal was due 1 Aug 2026` if that day has passed. */
export function removalTag(day: string, now: string): string {
  return hasPassed(day, now) ? `removal was due ${date(day)}` : `retiring ${date(day)}`;
}

/** The distance to the day: `in 2 days`, `passed 21 days ago`. */
export function removalDistance(day: string, now: string): string {
  return hasPassed(day, now) ? `passed ${ago(day, now)}` : ago(day, now);
}

/** What ends on the day: `scheduled removal 24 Aug 2026`, `free offer ends 30 Sep 2026`. */
export function removalWords({ variant }: Pick<Model, 'variant'>, day: string): string {
  return `${variant === 'free' ? 'free offer ends' : 'scheduled removal'} ${date(day)}`;
}
