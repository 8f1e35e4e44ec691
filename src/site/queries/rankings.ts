import { root } from 'astro:config/server';
import { once } from '../../catalog/once.ts';
import { loadCategoryOrders } from '../../loaders/recorded.ts';
import { rankingChanges, type RankingChange } from '../../rankings/changes.ts';
import { snapshot } from './catalog.ts';

/** Models that entered or left the categories, newest first. */
export const changesOfRankings = once(async (): Promise<readonly RankingChange[]> =>
  rankingChanges(await loadCategoryOrders(root, await snapshot())),
);
