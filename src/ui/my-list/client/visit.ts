import { DAY_MS } from '../../../catalog/day.ts';
import {
  changesBetween,
  readSeenFacts,
  type FactChange,
  type SeenFacts,
} from '../../../catalog/seen-facts.ts';
import type { Star } from './starred.ts';

/**
 * What a visit of the list does to the facts that it keeps. A change stays until it is marked as seen, or for
 * a day after it was first shown. So a reload does not lose it.
 */

/** A star at a visit whose model now has these facts. `now`: ISO time. */
export function visited(star: Star, facts: SeenFacts, now: string): Star {
  const seen = readSeenFacts(star.seen?.facts);
  if (seen === null || changesBetween(seen, facts).length === 0) return markedAsSeen(star, facts, now);
  const shown = readSeenFacts(star.shown?.facts);
  if (star.shown === null || shown === null || changesBetween(shown, facts).length > 0) {
    return { ...star, shown: { at: now, facts } };
  }
  return Date.parse(now) - Date.parse(star.shown.at) < DAY_MS ? star : markedAsSeen(star, facts, now);
}

export function markedAsSeen(star: Star, facts: SeenFacts, now: string): Star {
  return { ...star, seen: { at: now, facts }, shown: null };
}

/** What changed since the last visit. */
export interface Since {
  /** ISO time of the last visit. */
  readonly at: string;
  readonly seen: SeenFacts;
  readonly changes: readonly FactChange[];
}

/** `null` where no earlier visit could read the facts. */
export function changedSince(star: Star, facts: SeenFacts): Since | null {
  const seen = readSeenFacts(star.seen?.facts);
  return star.seen === null || seen === null
    ? null
    : { at: star.seen.at, seen, changes: changesBetween(seen, facts) };
}
