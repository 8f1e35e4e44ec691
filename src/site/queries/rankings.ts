import { root } from 'astro:config/server';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { loadOrders } from '../../loaders/recorded.ts';
import { rankingChanges, type RankingChange } from '../../rankings/changes.ts';
import { listsBefore, movementSince, type Movement } from '../../rankings/earlier.ts';
import { POPULARITY, type RankingRecord } from '../../rankings/record.ts';
import { categoryCounts, models, rankedCount, snapshot } from './catalog.ts';

/** The records up to this build's snapshot, and its own. */
const records = once(async (): Promise<readonly RankingRecord[]> => {
  // Sorted by popularity.
  const ranked = (await models()).filter(({ popularity }) => popularity !== null);
  const popularity = ranked.length === 0 ? null : ranked.map(({ id }) => id);
  return loadOrders(root, { ...(await snapshot()), popularity });
});

/** Models that entered or left the categories, newest first. */
export const changesOfRankings = once(async (): Promise<readonly RankingChange[]> =>
  rankingChanges(await records()),
);

/** The numbers of days over which movement is shown. */
const MOVEMENT_DAYS = [7, 30] as const;

/** The lists of 7 and of 30 days ago; empty for orders that are not the endpoint's. */
const earlierLists = once(async () => {
  const { capturedAt: now, scope, categoriesOrigin } = await snapshot();
  const known = categoriesOrigin === 'endpoint' ? await records() : [];
  return MOVEMENT_DAYS.map((days) => listsBefore(known, { now, scope, days }));
});

/** A model's rank in one list. */
export interface Rank {
  /** `null`: all models by popularity. */
  readonly category: Category | null;
  /** 1 = most used. */
  readonly rank: number;
  /** The number of ranked models. */
  readonly of: number;
  /** Since 7 and since 30 days ago; `null` without a record. */
  readonly movements: readonly (Movement | null)[];
}

/** The model's popularity rank, if it has one, then its rank in each category that lists it. */
export async function ranksOf(model: Model): Promise<readonly Rank[]> {
  const [counts, all, earlier] = await Promise.all([categoryCounts(), rankedCount(), earlierLists()]);
  const lists = [
    { category: null, rank: model.popularity ?? undefined, of: all },
    ...CATEGORY_NAMES.map((category) => ({ category, rank: model.ranks[category], of: counts[category] })),
  ];
  return lists.flatMap(({ category, rank, of }) => {
    if (rank === undefined) return [];
    const movements = earlier.map((then) => {
      const list = then.get(category ?? POPULARITY);
      return list ? movementSince(list, model.id, rank) : null;
    });
    return [{ category, rank, of, movements }];
  });
}
