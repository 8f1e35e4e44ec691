import type { Filterable } from '../filterable.ts';
import type { FinderGroup } from '../finder.ts';
import { readFilters, type FiltersFile } from './filters-file.ts';

/** What the finder shows of a model besides its filter data. */
export interface FinderFacts {
  readonly name: string;
  readonly authorName: string;
  /** Where other prices hold: `other prices above 32K`; empty if nowhere. */
  readonly note: string;
}

/** What the finder needs besides the filter data of the lists, in the order of its ids. */
export interface FinderFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  /** The build of the filter data. */
  readonly filters: string;
  readonly names: readonly string[];
  /** Names of authors by slug. */
  readonly authors: readonly (readonly [slug: string, name: string])[];
  /** The groups in the default order of lists, as indexes: a base alone, or a base and its members. */
  readonly groups: readonly (number | readonly [number, ...number[]])[];
  readonly notes: readonly (readonly [index: number, note: string])[];
}

/** `digest` hashes a text to a build id. */
export function packFinder(
  groups: readonly (readonly [string, ...string[]])[],
  factsOf: (id: string) => FinderFacts,
  { filters, digest }: { readonly filters: FiltersFile; readonly digest: (text: string) => string },
): FinderFile {
  const { ids } = filters;
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) ?? 0;
  const facts = ids.map(factsOf);
  const file = {
    filters: filters.build,
    names: facts.map(({ name }) => name),
    authors: [...new Map(ids.map((id, place) => [authorOf(id), facts[place]?.authorName ?? ''] as const))],
    groups: groups.map(([base, ...members]) =>
      members.length === 0 ? placeOf(base) : ([placeOf(base), ...members.map(placeOf)] as const),
    ),
    notes: facts.flatMap(({ note }, place) => (note === '' ? [] : [[place, note] as const])),
  };
  return { build: digest(JSON.stringify(file)), ...file };
}

export interface FinderData {
  readonly groups: readonly FinderGroup[];
  readonly factsOf: (id: string) => FinderFacts;
}

/** `null` if the two files are of different builds. */
export function readFinder(file: FinderFile, filters: FiltersFile): FinderData | null {
  if (file.filters !== filters.build) return null;
  const { models } = readFilters(filters);
  const all = filters.ids.flatMap((id) => models.get(id) ?? []);
  const at = (place: number): readonly Filterable[] => all.slice(place, place + 1);
  const places = new Map(filters.ids.map((id, place) => [id, place]));
  const [authors, notes] = [new Map(file.authors), new Map(file.notes)];
  return {
    groups: file.groups.flatMap((group) => {
      const [base, ...members] = [group].flat().flatMap(at);
      return base ? [[base, ...members] as const] : [];
    }),
    factsOf: (id) => {
      const place = places.get(id) ?? -1;
      return {
        name: file.names[place] ?? id,
        authorName: authors.get(authorOf(id)) ?? '',
        note: notes.get(place) ?? '',
      };
    },
  };
}

/** The author in an id; that of an alias without its `~`. */
function authorOf(id: string): string {
  return id.slice(0, id.indexOf('/')).replace(/^~/, '');
}
