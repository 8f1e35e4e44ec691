import type { PriceKey } from '../catalog/price-keys.ts';
import { readPriceKey } from '../catalog/price-change.ts';
import { tiersKey } from '../ledger/equality.ts';
import { daysBetween } from './time.ts';
import type { Step, Track } from '../ledger/ledger.ts';

/** Prices that revert within this many days are shown as one note. */
const MAX_REVERSION_DAYS = 3;
/** A model that returns within this many days counts as never removed. */
export const MAX_ABSENCE_DAYS = 7;

/** A price that changed and then reverted. */
export interface Reversion {
  readonly key: PriceKey | 'tiers';
  readonly first: Step;
  readonly last: Step;
}

/** A period in which a model was not listed, and after which it returned. */
export interface Absence {
  /** The first step without the model. */
  readonly gone: Step;
  /** ISO time of the last capture that listed it before. */
  readonly lastListed: string;
  readonly days: number;
  /** At most a week. Otherwise the time of later differences is unknown. */
  readonly isShort: boolean;
}

interface PriceChange {
  readonly step: Step;
  readonly key: PriceKey | 'tiers';
  /** A text key: equal for equal prices. */
  readonly old: string | null;
  readonly new: string | null;
}

/** The steps at which a model returned, each with the absence that it ended. */
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
        isShort: days <= MAX_ABSENCE_DAYS,
      });
    }
    if (step.isListed) gone = null;
    else gone ??= step;
  }
  return absences;
}

/** The first steps of short absences, at which the model still counts as listed. */
export function shortAbsenceSteps(absences: ReadonlyMap<Step, Absence>): ReadonlySet<Step> {
  return new Set([...absences.values()].flatMap(({ gone, isShort }) => (isShort ? [gone] : [])));
}

/**
 * Finds prices that changed and returned (A → … → A). Of overlapping ones, the longest from the first change
 * on is kept.
 */
export function findReversions(track: Track, absences: ReadonlyMap<Step, Absence>): readonly Reversion[] {
  // Differences after a long absence have no date, so no reversion starts with them.
  const changes = track.filter((step) => absences.get(step)?.isShort !== false).flatMap(priceChangesOf);
  return [...Map.groupBy(changes, ({ key }) => key).values()].flatMap(reversionsOf);
}

function reversionsOf(changes: readonly PriceChange[]): readonly Reversion[] {
  const reversions: Reversion[] = [];
  for (let start = 0; start < changes.length; start += 1) {
    const first = changes[start];
    if (!first) continue;
    const end = changes.findLastIndex(
      (change, index) =>
        index > start &&
        change.new === first.old &&
        daysBetween(first.step.by, change.step.by) <= MAX_REVERSION_DAYS,
    );
    const last = changes[end];
    if (!last) continue;
    reversions.push({ key: first.key, first: first.step, last: last.step });
    start = end;
  }
  return reversions;
}

function priceChangesOf(step: Step): readonly PriceChange[] {
  return step.events.flatMap((event): PriceChange[] => {
    if (event.kind === 'tiers') {
      const [old, now] = [tiersKey(event.old, readPriceKey), tiersKey(event.new, readPriceKey)];
      return [{ step, key: 'tiers', old, new: now }];
    }
    if (event.kind !== 'price' || event.window) return [];
    return [{ step, key: event.key, old: readPriceKey(event.old), new: readPriceKey(event.new) }];
  });
}
