import type { FinderGroup } from '../finder.ts';
import type { FilterData, FiltersFile } from './filters-file.ts';

/** The data of a model that the finder shows besides its filter data. */
export interface FinderFacts {
  readonly name: string;
  /** A note on other prices: `other prices above 32K`; empty if there are none. */
  readonly note: string;
}

/** The file that the finder needs besides the filter data of lists, in the order of its ids. */
export interface FinderFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  /** The build of the filter data. */
  readonly filters: string;
  readonly names: readonly string[];
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
  /** The names of authors by slug, where they are not the slug. */
  readonly authors: ReadonlyMap<string, string>;
}

/** Both must be of one build. */
export function readFinder(file: FinderFile, { models, authors }: FilterData): FinderData {
  const all = [...models.values()];
  const places = new Map([...models.keys()].map((id, place) => [id, place]));
  const notes = new Map(file.notes);
  return {
    groups: file.groups.flatMap((group) => {
      const [base, ...members] = [group].flat().flatMap((place) => all[place] ?? []);
      return base ? [[base, ...members] as const] : [];
    }),
    authors,
    factsOf: (id) => {
      const place = places.get(id) ?? -1;
      return { name: file.names[place] ?? id, note: notes.get(place) ?? '' };
    },
  };
}
