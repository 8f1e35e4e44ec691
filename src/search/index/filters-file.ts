import type { Filterable } from '../filterable.ts';
import { knownValuesOf, type KnownValues } from '../filters.ts';
import { decodeFilterables, encodeFilterables, type FilterRows } from './filter-rows.ts';

/** What lists are filtered by in the browser. */
export interface FiltersFile {
  /** Made of all that the file holds: a page names the file that it belongs to. */
  readonly build: string;
  readonly ids: readonly string[];
  readonly rows: FilterRows;
}

/** `digest` makes a build of a text. */
export function packFilters(all: readonly Filterable[], digest: (text: string) => string): FiltersFile {
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file = { ids: sorted.map(({ id }) => id), rows: encodeFilterables(sorted) };
  return { build: digest(JSON.stringify(file)), ...file };
}

/** What a list needs to filter. */
export interface FilterData {
  readonly models: ReadonlyMap<string, Filterable>;
  readonly known: KnownValues;
}

export function readFilters({ ids, rows }: FiltersFile): FilterData {
  const all = decodeFilterables(rows, ids);
  return { models: new Map(all.map((one) => [one.id, one])), known: knownValuesOf(all) };
}
