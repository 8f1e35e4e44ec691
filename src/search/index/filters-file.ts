import type { Filterable } from '../filterable.ts';
import { knownValuesOf, type KnownValues } from '../filters.ts';
import { decodeFilterables, encodeFilterables, type FilterRows } from './filter-rows.ts';

/** Filter data of lists in the browser. */
export interface FiltersFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  readonly ids: readonly string[];
  /** The slug and the name of each author whose name is not the slug. */
  readonly authors: readonly (readonly [slug: string, name: string])[];
  readonly rows: FilterRows;
}

/** `names`: the display names of authors by slug. `digest` hashes a text to a build id. */
export function packFilters(
  all: readonly Filterable[],
  names: ReadonlyMap<string, string>,
  digest: (text: string) => string,
): FiltersFile {
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const slugs = [...new Set(sorted.map(({ author }) => author))];
  const file = {
    ids: sorted.map(({ id }) => id),
    authors: slugs.flatMap((slug) => {
      const name = names.get(slug) ?? slug;
      return name === slug ? [] : [[slug, name] as const];
    }),
    rows: encodeFilterables(sorted),
  };
  return { build: digest(JSON.stringify(file)), ...file };
}

/** The decoded filter data of a list. */
export interface FilterData {
  readonly models: ReadonlyMap<string, Filterable>;
  readonly known: KnownValues;
  /** The names of authors by slug, where they are not the slug. */
  readonly authors: ReadonlyMap<string, string>;
}

export function readFilters({ ids, authors, rows }: FiltersFile): FilterData {
  const all = decodeFilterables(rows, ids);
  return {
    models: new Map(all.map((one) => [one.id, one])),
    known: knownValuesOf(all),
    authors: new Map(authors),
  };
}
