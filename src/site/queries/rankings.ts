import { root } from 'astro:config/server';
import { CATEGORY_NAMES } from '../../catalog/categories.ts';
import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { loadOrders } from '../../loaders/recorded.ts';
import { rankingChanges, type RankingChange } from '../../rankings/changes.ts';
import { listsBefore, movementSince, type Movement } from '../../rankings/earlier.ts';
import { POPULARITY, type RankedList, type RankingRecord } from '../../rankings/record.ts';
import { models, snapshot } from './catalog.ts';

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

/** The numbers of days over which movements are shown. */
export const MOVEMENT_DAYS = [7, 30] as const;

/** The lists of 7 and of 30 days ago; none for an order that is not the endpoint's. */
const earlierLists = once(async () => {
  const { capturedAt: now, scope, categoriesOrigin } = await snapshot();
  const known = categoriesOrigin === 'endpoint' ? await records() : [];
  return MOVEMENT_DAYS.map((days) => listsBefore(known, { now, scope, days }));
});

/** The movement of a model in one list since 7 and since 30 days ago; `null` where no record tells. */
type Movements = readonly (Movement | null)[];

/** By list, of each list that ranks the model. */
export async function movementsOf(model: Model): Promise<ReadonlyMap<RankedList, Movements>> {
  const lists = await earlierLists();
  const places: readonly (readonly [RankedList, number | null | undefined])[] = [
    [POPULARITY, model.popularity],
    ...CATEGORY_NAMES.map((name) => [name, model.ranks[name]] as const),
  ];
  return new Map(
    places.flatMap(([list, place]) =>
      place == null
        ? []
        : [
            [
              list,
              lists.map((then) => {
                const earlier = then.get(list);
                return earlier ? movementSince(earlier, model.id, place) : null;
              }),
            ] as const,
          ],
    ),
  );
}
