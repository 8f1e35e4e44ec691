import type { PriceKey } from '../catalog/price-keys.ts';
import { readPriceKey, tiersKey } from '../ledger/normalize.ts';
import { daysBetween } from './time.ts';
import type { Step, Track } from './tracks.ts';

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

/** A time in which a model was not listed, and after which it was back. */
export interface Absence {
  /** The step at which it was first missed. */
  readonly gone: Step;
  /** ISO time of the last capture that listed it before. */
  readonly lastListed: string;
  readonly days: number;
  /** It was hardly gone. Otherwise nobody saw when what differs afterwards changed. */
  readonly isShort: boolean;
}

interface Flip {
  readonly step: Step;
  readonly key: PriceKey | 'tiers';
  /** Text that is equal for equal prices. */
  readonly old: string | null;
  readonly new: string | null;
}

/** The steps at which a model came back, each with the absence that it ended. */
export function findAbsences(track: Track): ReadonlyMap<Step, Absence> {
  const absences = new Map<Step, Absence>();
  let gone: Step | null = null;
  for (const step of track) {
    if (gone !== null && step.events.some(({ kind }) => kind === 'returned')) {
      const days = daysBetween(gone.by, step.by);
      absences.set(step, {
        gone,
        lastListed: gone.after ?? gone.by,
        days,
        isShort: days <= ABSENCE_DAYS,
      });
    }
    if (step.isListed) gone = null;
    else gone ??= step;
  }
  return absences;
}

/** Finds prices that went A → … → A; of overlapping ones the longest from the first change on. */
export function findBlips(track: Track, absences: ReadonlyMap<Step, Absence>): readonly Blip[] {
  // What differs after a long absence has no date, so that no blip can begin with it.
  const flips = track.filter((step) => absences.get(step)?.isShort !== false).flatMap(flipsOf);
  return [...Map.groupBy(flips, ({ key }) => key).values()].flatMap(blipsOf);
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
      const [old, now] = [tiersKey(event.old, readPriceKey), tiersKey(event.new, readPriceKey)];
      return [{ step, key: 'tiers', old, new: now }];
    }
    if (event.kind !== 'price' || event.window) return [];
    return [{ step, key: event.key, old: readPriceKey(event.old), new: readPriceKey(event.new) }];
  });
}
