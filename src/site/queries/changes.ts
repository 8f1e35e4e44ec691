import { groupBaseOf } from '../../catalog/group.ts';
import { baseIdOf, splitId } from '../../catalog/id.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import type { Between, Change } from '../../history/change.ts';
import { betweenOf } from '../../history/fold.ts';
import { netMoves, type NetMove } from '../../history/net-moves.ts';
import { daysEarlier } from '../../history/time.ts';
import { countChanges } from '../../search/changes/change-item.ts';
import { arrivalsAmong, type Arrival } from '../arrivals.ts';
import { changeEntries } from '../change-entries.ts';
import { modelById } from './catalog.ts';
import { history, notAskedFor, retiredModels } from './history.ts';

/** Queries for changes: recent ones, by month, and counts. Each result is computed once a build. */

/** The length of "this week" and of "recently". */
const WEEK_DAYS = 7;
export const RECENT_DAYS = 30;

/** The dated changes of the last 30 days. */
export const recentChanges = once(async (): Promise<readonly Change[]> =>
  (await history()).recent(RECENT_DAYS),
);

/** The dated changes of the last seven days. */
const changesThisWeek = once(async (): Promise<readonly Change[]> => (await history()).recent(WEEK_DAYS));

/** The last two captures, if they are too far apart to date changes between them. */
export const undatedGap = once(async (): Promise<Between | null> => {
  const [last, before] = (await history()).captures.toReversed();
  if (!last || !before) return null;
  const between = betweenOf({ after: before.at, by: last.at });
  return between.isDated ? null : between;
});

/** Undated changes found in the last 30 days, newest first. */
export const undatedChanges = once(async (): Promise<readonly Change[]> => {
  const { changes, now } = await history();
  return changes({ after: daysEarlier(now, RECENT_DAYS) }).filter(({ between }) => !between.isDated);
});

/** Prices known to differ from those of 30 days ago, by model. */
export const recentMoves = once(
  async (): Promise<ReadonlyMap<ModelId, NetMove>> =>
    new Map((await movesOfDays(RECENT_DAYS)).map((move) => [move.id, move])),
);

/** Includes undated changes, because the price after them differs from the last known one. */
async function movesOfDays(days: number): Promise<readonly NetMove[]> {
  const { changes, now } = await history();
  return netMoves(changes({ after: daysEarlier(now, days) }));
}

export interface ChangeMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Newest first. */
  readonly changes: readonly Change[];
  /** The number of changes as lists of changes count them. */
  readonly count: number;
}

/** Every month with captures in the ledger, latest first. */
export const changeMonths = once(async (): Promise<readonly ChangeMonth[]> => {
  const { captures, changes } = await history();
  const byMonth = Map.groupBy(changes(), ({ between }) => between.by.slice(0, 7));
  const months = new Set(captures.map(({ at }) => at.slice(0, 7)));
  return [...months]
    .sort()
    .reverse()
    .map((month) => {
      const own = byMonth.get(month) ?? [];
      return { month, changes: own, count: countChanges(changeEntries(own)) };
    });
});

/** The changes of each author's models over all time, newest first, by slug. */
export const changesByAuthor = once(async (): Promise<ReadonlyMap<string, readonly Change[]>> =>
  Map.groupBy((await history()).changes(), ({ id }) => splitId(id)?.author ?? ''),
);

/** Models that have a page and at least one change. */
export const modelsWithChanges = once(async (): Promise<readonly Model[]> => {
  const { historyOf } = await history();
  const past = [...(await retiredModels()), ...(await notAskedFor())].map(({ model }) => model);
  const all = [...(await modelById()).values(), ...past];
  return all.filter(({ id }) => (historyOf(id)?.changes.length ?? 0) > 0);
});

/** Models added to the list in the last 30 days, each with its date. */
export const arrivals = once(async (): Promise<ReadonlyMap<ModelId, Arrival>> => {
  const { now } = await history();
  return arrivalsAmong({
    listed: await modelById(),
    recent: await recentChanges(),
    since: daysEarlier(now, RECENT_DAYS),
  });
});

/**
 * How many listed models changed in the last seven days, or between the last two captures if that is longer.
 * A model and its variants count as one.
 */
export const changedModels = once(
  async (): Promise<{ readonly count: number; readonly gap: Between | null }> => {
    const [gap, byId] = await Promise.all([undatedGap(), modelById()]);
    const changes = gap === null ? await changesThisWeek() : (await history()).changes({ from: gap.by });
    return { count: await modelsChanged(changes.filter(({ id }) => byId.has(id))), gap };
  },
);

/** The number of models with changes. A model, its variants and its aliases count as one. */
async function modelsChanged(changes: readonly Change[]): Promise<number> {
  const byId = await modelById();
  const baseOf = (id: ModelId): ModelId => {
    const model = byId.get(id);
    return model ? groupBaseOf(model, byId).id : baseIdOf(id);
  };
  return new Set(changes.map(({ id }) => baseOf(id))).size;
}
