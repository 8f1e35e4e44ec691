import { once } from '../catalog/once.ts';
import type { FinderGroup } from '../search/finder.ts';
import { packFinder, type FinderFacts, type FinderFile } from '../search/index/finder-file.ts';
import { digest } from './digest.ts';
import { filterables, filtersFile } from './filter-index.ts';
import { groups, modelById } from './queries/catalog.ts';
import { tierNote } from './words/tiers.ts';

/** The data of the finder on the home page. */

/** The rows of the list of all models, in its default order. */
export const finderGroups = once(async (): Promise<readonly FinderGroup[]> => {
  const known = await filterables();
  return (await groups()).flatMap(({ base, members }) => {
    const [first, ...others] = [base, ...members].flatMap(({ id }) => known.get(id) ?? []);
    return first ? [[first, ...others] as const] : [];
  });
});

/** What the finder shows of a model. */
export const finderFacts = once(async (): Promise<(id: string) => FinderFacts> => {
  const byId = await modelById();
  return (id) => {
    const model = byId.get(id);
    return model ? { name: model.name, note: tierNote(model) } : { name: id, note: '' };
  };
});

/** Loaded when the finder is first used. */
export const finderFile = once(async (): Promise<FinderFile> => {
  const ids = (await finderGroups()).map(
    ([base, ...members]) => [base.id, ...members.map(({ id }) => id)] as const,
  );
  return packFinder(ids, await finderFacts(), { filters: await filtersFile(), digest });
});

/** The file's URL, which contains the build of the page. */
export async function finderPath(): Promise<string> {
  return `/models/finder.json?${(await finderFile()).build}`;
}
