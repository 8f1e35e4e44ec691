import type { ModelHistory } from './model-history.ts';
import { otherChanges, type OtherChanges } from './other-prices.ts';
import type { PriceRanges } from './price-ranges.ts';
import { daysEarlier } from './time.ts';

/** Statistics of a model's price changes of at least one percent, up to now or to its removal. */
export interface PriceRecord {
  /** ISO time of the first capture with the model. */
  readonly since: string;
  /** ISO time of the last capture with it if it is not listed. */
  readonly until: string | null;
  /** Number of changes with a date. */
  readonly changes: number;
  /** Number of those in the last 30 and 365 days; `null` if it was first seen later, or is not listed. */
  readonly recent: Readonly<Record<30 | 365, number | null>>;
  /** Number of changes without a date, such as those while it was not listed. */
  readonly undated: number;
  /** Whether the price also changed from or to one that is not a number. */
  readonly hasUnmeasured: boolean;
  /** Whether a price also reverted within three days. */
  readonly hasBrief: boolean;
  /** Over all the time, and in the last 30 and 365 days. */
  readonly others: Readonly<Record<'all' | 30 | 365, OtherChanges>>;
  readonly ranges: PriceRanges;
}

/** `now` is the time of the capture. */
export function priceRecordOf(history: ModelHistory, now: string): PriceRecord {
  const { first, isListed, lastSeen, moves, priceChanges, changes, priceRanges } = history;
  const since = first.between.by;
  const dated = moves.filter(({ between }) => between.isDated);
  const within = (days: number): number | null => {
    const from = daysEarlier(now, days);
    if (!isListed || since > from) return null;
    return dated.filter(({ between }) => between.by > from).length;
  };
  return {
    since,
    until: isListed ? null : lastSeen,
    changes: dated.length,
    recent: { 30: within(30), 365: within(365) },
    undated: priceChanges.length - dated.length,
    hasUnmeasured: changes.some((change) => change.kind === 'price' && change.move?.direction === 'other'),
    hasBrief: changes.some((change) => change.kind === 'reversion' && change.isMeasured),
    others: {
      all: otherChanges(history),
      30: otherChanges(history, daysEarlier(now, 30)),
      365: otherChanges(history, daysEarlier(now, 365)),
    },
    ranges: priceRanges,
  };
}
