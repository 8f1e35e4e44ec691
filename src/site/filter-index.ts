import { once } from '../catalog/once.ts';
import { encodeFilterables, type FilterRows } from '../search/index/filter-rows.ts';
import { filterableOf } from '../search/index/filterables.ts';
import type { Filterable } from '../search/filterable.ts';
import { digest } from './digest.ts';
import { models } from './queries/catalog.ts';
import { history } from './queries/history.ts';
import { stabilityIn } from './search-past.ts';

/** What lists are filtered by in the browser. */
export interface FiltersFile {
  /** Made of all that the file holds. A page names the one that it belongs to. */
  readonly build: string;
  readonly ids: readonly string[];
  readonly rows: FilterRows;
}

/** Every listed model, as filters see it, by id. */
export const filterables = once(async (): Promise<ReadonlyMap<string, Filterable>> => {
  const isStable = stabilityIn(await history());
  const all = (await models()).map((model) =>
    filterableOf(model, { isStable: isStable(model.id), isListed: true }),
  );
  return new Map(all.map((one) => [one.id, one]));
});

/** The file at `/models/filters.json`. */
export const filtersFile = once(async (): Promise<FiltersFile> => {
  const all = [...(await filterables()).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file = { ids: all.map(({ id }) => id), rows: encodeFilterables(all) };
  return { build: digest(JSON.stringify(file)), ...file };
});
