import type { Filterable } from '../filterable.ts';
import { knownValuesOf, type KnownValues } from '../filters.ts';
import { decodeFilterables, encodeFilterables, type FilterRows } from './filter-rows.ts';

/** Filter data of lists in the browser. */
export interface FiltersFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  readonly ids: readonly string[];
  readonly rows: FilterRows;
}

/** `digest` hashes a text to a build id. */
export function packFilters(all: readonly Filterable[], digest: (text: string) => string): FiltersFile {
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file = { ids: sorted.map(({ id }) => id), rows: encodeFilterables(sorted) };
  return { build: digest(JSON.stringify(file)), ...file };
}

/** The decoded filter data of a list. */
export interface FilterData {
  readonly models: ReadonlyMap<string, Filterable>;
  readonly known: KnownValues;
}

export function readFilters({ ids, rows }: FiltersFile): FilterData {
  const all = decodeFilterables(rows, ids);
  return { models: new Map(all.map((one) => [one.id, one])), known: knownValuesOf(all) };
}
