import { getEntry } from 'astro:content';
import { once } from '../../catalog/once.ts';
import { rankingChanges, type RankingChange } from '../../rankings/changes.ts';
import { RANKINGS_ID } from '../../loaders/catalog.ts';

/** Which models entered and left the categories, newest first. */
export const changesOfRankings = once(async (): Promise<readonly RankingChange[]> => {
  const entry = await getEntry('rankings', RANKINGS_ID);
  if (!entry)
    throw new Error('The rankings collection is empty. Look for an error of the loader above this one.');
  return rankingChanges(entry.data.records);
});
