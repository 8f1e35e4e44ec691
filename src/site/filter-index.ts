import type { ModelGroup } from '../catalog/group.ts';
import { once } from '../catalog/once.ts';
import type { Filterable } from '../search/filterable.ts';
import type { Answer } from '../search/rows.ts';
import { retiredOn } from '../history/model-history.ts';
import { filterableOf } from '../search/index/filterables.ts';
import { packFilters, type FiltersFile } from '../search/index/filters-file.ts';
import { digest } from './digest.ts';
import { authorLabels, models } from './queries/catalog.ts';
import { everyAuthorLabels, history, retiredModels } from './queries/history.ts';
import { stabilityIn } from './search-past.ts';

/** The filterable properties of every listed model, by id. */
export const filterables = once(async (): Promise<ReadonlyMap<string, Filterable>> => {
  const isStable = stabilityIn(await history());
  const all = (await models()).map((model) =>
    filterableOf(model, { isStable: isStable(model.id), retired: null }),
  );
  return new Map(all.map((one) => [one.id, one]));
});

/** The filter data of the lists of models. Loaded when a filter is first used or a URL contains one. */
export const filtersFile = once(async (): Promise<FiltersFile> =>
  packFilters([...(await filterables()).values()], await authorLabels(), digest),
);

/** The file's URL, which contains the build of the page. */
export async function filtersPath(): Promise<string> {
  return `/models/filters.json?${(await filtersFile()).build}`;
}

/** The rows of lists, as facets count them. */
export async function filterRows(groups: readonly ModelGroup[]): Promise<readonly Answer<Filterable>[]> {
  const known = await filterables();
  return groups.flatMap(({ base, members }) => {
    const lead = known.get(base.id) ?? null;
    const folded = members.flatMap(({ id }) => known.get(id) ?? []).map((entry) => ({ entry, base: lead }));
    return lead ? [{ entry: lead, base: null }, ...folded] : folded;
  });
}

/** The filterable properties of every retired model, as last known, the most recently retired first. */
const retiredFilterables = once(async (): Promise<readonly Filterable[]> =>
  (await retiredModels()).map((one) =>
    // Nobody asks whether a price that is history was stable.
    filterableOf(one.model, { isStable: null, retired: retiredOn(one) }),
  ),
);

/** The filter data of the list of retired models. */
export const retiredFiltersFile = once(async (): Promise<FiltersFile> =>
  packFilters(await retiredFilterables(), await everyAuthorLabels(), digest),
);

/** The file's URL, which contains the build of the page. */
export async function retiredFiltersPath(): Promise<string> {
  return `/retired/filters.json?${(await retiredFiltersFile()).build}`;
}

/** The rows of the list of retired models, as facets count them. A variant is a row of its own. */
export async function retiredFilterRows(): Promise<readonly Answer<Filterable>[]> {
  return (await retiredFilterables()).map((entry) => ({ entry, base: null }));
}
