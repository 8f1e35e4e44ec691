import { compareDecimals } from '../catalog/decimal.ts';
import { announcementOf } from '../catalog/announcement.ts';
import type { Change, ChangeOf } from './change.ts';
import { findAbsences, shortAbsenceSteps } from './reversions.ts';
import { isPricedMeanwhile, type ModelHistory } from './model-history.ts';
import { isTinyRatio } from '../catalog/price-change.ts';
import { otherChanges, type OtherChanges } from './other-prices.ts';
import { daysEarlier } from './time.ts';
import type { Track } from '../ledger/ledger.ts';

/** Statistics of a model's price changes (moves). */
export interface Stability {
  readonly moves: number;
  /** `null` for a model listed for less than 30 days: too little data. */
  readonly movesPerYear: number | null;
  /** The largest rise with a date. */
  readonly worstRise: ChangeOf<'price'> | null;
  /** Number of moves that raised the price, from free to paid included. */
  readonly rises: number;
  /** Number of price changes of a percent or more that reverted within three days; not moves. */
  readonly briefMoves: number;
  /** Number of changes from or to a price that is not a number; not moves. */
  readonly unmeasured: number;
  /** Number of returns after more than a week with another price; not moves. */
  readonly whileUnlisted: number;
  readonly others: OtherChanges;
}

/** Statistics of removals since upstream has had expiration dates. Renames do not count. */
export interface Removals {
  /** All removals, short absences included. */
  readonly total: number;
  /** Number of removals that were announced. */
  readonly announced: number;
  /** Number of removals that ended within a week. */
  readonly brief: number;
}

/** Minimum days listed for a rate of moves per year. */
const MIN_DAYS_FOR_RATE = 30;
const DAYS_A_YEAR = 365.25;

export function stabilityOf(history: ModelHistory): Stability {
  const { moves, changes, daysListed } = history;
  const rises = moves.filter(({ move }) => move?.direction === 'rise');
  return {
    moves: moves.length,
    movesPerYear: daysListed < MIN_DAYS_FOR_RATE ? null : (moves.length / daysListed) * DAYS_A_YEAR,
    worstRise: worstAmong(rises.filter(({ between }) => between.isDated)),
    rises: moves.filter(({ move }) => move?.direction === 'rise' || move?.direction === 'became-paid').length,
    briefMoves: briefMovesAmong(changes),
    unmeasured: changes.filter((change) => change.kind === 'price' && change.move?.direction === 'other')
      .length,
    whileUnlisted: changes.filter(isPricedMeanwhile).length,
    others: otherChanges(history),
  };
}

/** A price is stable if it has not changed for this many days. */
const STABLE_DAYS = 90;

/**
 * Whether a model had no price change in the last 90 days; changes from or to a price that is not a number
 * count. `null` if the model was first observed within that time.
 */
export function isStable(
  { first, changes, priceChanges }: Pick<ModelHistory, 'first' | 'changes' | 'priceChanges'>,
  now: string,
): boolean | null {
  const from = daysEarlier(now, STABLE_DAYS);
  if (first.between.by > from) return null;
  const unmeasured = changes.filter(
    (change) => change.kind === 'price' && change.move?.direction === 'other',
  );
  return [...priceChanges, ...unmeasured].every(({ between }) => between.by < from);
}

/** Counts removals whose announcement is known either way. */
export function removalsAmong(tracks: Iterable<Track>): Removals {
  let [total, announced, brief] = [0, 0, 0];
  for (const track of tracks) {
    const shortAbsences = shortAbsenceSteps(findAbsences(track));
    for (const step of track) {
      const { kind } = announcementOf(step.facts, step.after ?? step.by);
      if (kind === 'unknown' || !step.events.some((event) => event.kind === 'removed')) continue;
      total += 1;
      if (kind === 'announced') announced += 1;
      if (shortAbsences.has(step)) brief += 1;
    }
  }
  return { total, announced, brief };
}

function worstAmong(rises: readonly ChangeOf<'price'>[]): ChangeOf<'price'> | null {
  return rises.reduce<ChangeOf<'price'> | null>((worst, rise) => {
    const [own, best] = [rise.move?.ratio ?? null, worst?.move?.ratio ?? null];
    return own !== null && (best === null || compareDecimals(own, best) > 0) ? rise : worst;
  }, null);
}

/** Counts reversions that overlap in time once. */
function briefMovesAmong(changes: readonly Change[]): number {
  const spans = changes
    .filter((change) => change.kind === 'reversion')
    .filter(({ isMeasured, lines }) => isMeasured && lines.some(({ ratio }) => !isTinyRatio(ratio)))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  let [times, end] = [0, ''];
  for (const { since, between } of spans) {
    if (since >= end) times += 1;
    if (between.by > end) end = between.by;
  }
  return times;
}
