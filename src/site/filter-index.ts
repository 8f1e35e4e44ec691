import { once } from '../catalog/once.ts';
import type { Filterable } from '../search/filterable.ts';
import { filterableOf } from '../search/index/filterables.ts';
import { packFilters, type FiltersFile } from '../search/index/filters-file.ts';
import { digest } from './digest.ts';
import { models } from './queries/catalog.ts';
import { history } from './queries/history.ts';
import { stabilityIn } from './search-past.ts';

/** The filterable properties of every listed model, by id. */
export const filterables = once(async (): Promise<ReadonlyMap<string, Filterable>> => {
  const isStable = stabilityIn(await history());
  const all = (await models()).map((model) =>
    filterableOf(model, { isStable: isStable(model.id), isListed: true }),
  );
  return new Map(all.map((one) => [one.id, one]));
});

/** The filter data of the lists of models. Loaded when a filter is first used or a URL contains one. */
export const filtersFile = once(async (): Promise<FiltersFile> =>
  packFilters([...(await filterables()).values()], digest),
);

/** The file's URL, which contains the build of the page. */
export async function filtersPath(): Promise<string> {
  return `/models/filters.json?${(await filtersFile()).build}`;
}
