import type { PriceKey } from '../catalog/price-keys.ts';
import { canonicalPrice, tiersKey } from './facts.ts';
import { daysBetween } from './time.ts';
import type { Step, Track } from './track.ts';

/** Prices that go and come back within so many days are shown as one note. */
const BLIP_DAYS = 3;
/** A model that is back within so many days was never really gone. */
export const ABSENCE_DAYS = 7;

/** A price that changed and was back to what it had been. */
export interface Blip {
  readonly key: PriceKey | 'tiers';
  readonly first: Step;
  readonly last: Step;
}

interface Flip {
  readonly step: Step;
  readonly key: PriceKey | 'tiers';
  /** Canonical text, so that equal prices are equal. */
  readonly old: string | null;
  readonly new: string | null;
}

/** Finds prices that went A → … → A; of overlapping ones the longest from the first change on. */
export function findBlips(track: Track): readonly Blip[] {
  const flips = track.flatMap((step) => flipsOf(step));
  return [...Map.groupBy(flips, ({ key }) => key).values()].flatMap(blipsOf);
}

/** The steps at which a model came back after a short absence, each with the step at which it went. */
export function findAbsences(track: Track): ReadonlyMap<Step, Step> {
  const absences = new Map<Step, Step>();
  let gone: Step | null = null;
  for (const step of track) {
    if (has(step, 'removed')) gone = step;
    if (gone && has(step, 'returned')) {
      if (daysBetween(gone.by, step.by) <= ABSENCE_DAYS) absences.set(step, gone);
      gone = null;
    }
  }
  return absences;
}

function blipsOf(flips: readonly Flip[]): readonly Blip[] {
  const blips: Blip[] = [];
  for (let start = 0; start < flips.length; start += 1) {
    const first = flips[start];
    if (!first) continue;
    const end = flips.findLastIndex(
      (flip, index) =>
        index > start && flip.new === first.old && daysBetween(first.step.by, flip.step.by) <= BLIP_DAYS,
    );
    const last = flips[end];
    if (!last) continue;
    blips.push({ key: first.key, first: first.step, last: last.step });
    start = end;
  }
  return blips;
}

function flipsOf(step: Step): readonly Flip[] {
  return step.events.flatMap((event): Flip[] => {
    if (event.kind === 'tiers') {
      return [{ step, key: 'tiers', old: tiersKey(event.old), new: tiersKey(event.new) }];
    }
    if (event.kind !== 'price' || event.window) return [];
    return [{ step, key: event.key, old: canonicalPrice(event.old), new: canonicalPrice(event.new) }];
  });
}

function has(step: Step, kind: 'removed' | 'returned'): boolean {
  return step.events.some((event) => event.kind === kind);
}
