import { once } from '../catalog/once.ts';
import type { Filterable } from '../search/filterable.ts';
import { filterableOf } from '../search/index/filterables.ts';
import { packFilters, type FiltersFile } from '../search/index/filters-file.ts';
import { digest } from './digest.ts';
import { models } from './queries/catalog.ts';
import { history } from './queries/history.ts';
import { stabilityIn } from './search-past.ts';

/** Every listed model, as filters see it, by id. */
export const filterables = once(async (): Promise<ReadonlyMap<string, Filterable>> => {
  const isStable = stabilityIn(await history());
  const all = (await models()).map((model) =>
    filterableOf(model, { isStable: isStable(model.id), isListed: true }),
  );
  return new Map(all.map((one) => [one.id, one]));
});

/** The file that lists load when a filter is touched, or when an address names one. */
export const filtersFile = once(async (): Promise<FiltersFile> =>
  packFilters([...(await filterables()).values()], digest),
);

/** Its address, which names the build that a page belongs to. */
export async function filtersPath(): Promise<string> {
  return `/models/filters.json?${(await filtersFile()).build}`;
}
