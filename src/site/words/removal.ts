import { count } from '../../catalog/counts.ts';
import { ago, date } from '../../catalog/dates.ts';
import type { Model } from '../../catalog/model.ts';
import { hasPassed } from '../../catalog/removal.ts';

/**
 * Removal dates in words, seen from `now`, an ISO time: that of the data at build, that of the reader's
 * device in the browser. Plain text, not escaped.
 */

/** A tag next to a name: `retiring Aug 24, 2026`, or `was due Aug 1, 2026` if that day has passed. */
export function removalTag(day: string, now: string): string {
  return hasPassed(day, now) ? `was due ${date(day)}` : `retiring ${date(day)}`;
}

/** The day of a removal that is still to come, from its tag; `null` for any other text. */
export function tagDay(tag: string): string | null {
  const written = /^retiring (.+)$/.exec(tag)?.[1] ?? '';
  const time = Date.parse(`${written} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The distance to the day: `in 2 days`, `passed 21 days ago`. */
export function removalDistance(day: string, now: string): string {
  return hasPassed(day, now) ? `passed ${ago(day, now)}` : ago(day, now);
}

/**
 * The distance as a sentence: `That is in 2 days.`, `That was 21 days ago; this data is from Aug 22, 2026.`
 */
export function distanceSentence(day: string, now: string, capturedAt: string): string {
  return hasPassed(day, now)
    ? `That was ${ago(day, now)}; this data is from ${date(capturedAt)}.`
    : `That is ${ago(day, now)}.`;
}

/** The texts that the browser recomputes from a day, the present and the time of the data. */
export const DAY_WORDS = {
  tag: removalTag,
  distance: removalDistance,
  sentence: distanceSentence,
} as const;

export type DayWords = keyof typeof DAY_WORDS;

export function isDayWords(name: string): name is DayWords {
  return Object.hasOwn(DAY_WORDS, name);
}

/** What stands above the pages of a copy of the site that is `days` days old, in sentences. */
export function oldCopyWords(days: number, capturedAt: string): readonly [string, string] {
  return [`This copy is ${count(days, 'day')} old.`, `Prices may have changed since ${date(capturedAt)}.`];
}

/**
 * What badges, cards and pictures say of a listed model with a removal day: `retiring Aug 24, 2026`,
 * `free offer ends Sep 30, 2026` or `listed, but removal was due Aug 1, 2026`; `null` without a day.
 */
export function listedTag(
  { expiration, variant }: Pick<Model, 'expiration' | 'variant'>,
  now: string,
): string | null {
  if (expiration === null) return null;
  if (hasPassed(expiration, now)) return `listed, but removal was due ${date(expiration)}`;
  return variant === 'free' ? removalWords({ variant }, expiration) : removalTag(expiration, now);
}

/** What ends on the day: `scheduled removal Aug 24, 2026`, `free offer ends Sep 30, 2026`. */
export function removalWords({ variant }: Pick<Model, 'variant'>, day: string): string {
  return `${variant === 'free' ? 'free offer ends' : 'scheduled removal'} ${date(day)}`;
}
