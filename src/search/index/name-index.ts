import { splitId } from '../../catalog/id.ts';
import type { SearchEntry } from '../entry.ts';
import { knownValuesOf, type KnownValues } from '../filters.ts';
import {
  decodeFilterables,
  encodeFields,
  setFields,
  type FilterField,
  type FilterRows,
} from './filter-rows.ts';
import type { Routing } from './routing.ts';

/** Fields that only filters, operators, needs and facets use. Names are found without them. */
const DETAIL_FIELDS: readonly FilterField[] = [
  'capabilities',
  'parameters',
  'categories',
  'maxOutput',
  'knowledgeCutoff',
  'isModerated',
  'isStable',
];
/** Fields that rank and display results. */
const NAME_FIELDS: readonly FilterField[] = [
  'inputModalities',
  'outputModalities',
  'input',
  'output',
  'payment',
  'hasOpenWeights',
  'context',
  'addedOn',
  'isRouter',
  'isRetiring',
  'retired',
];

/** The columns of `DETAIL_FIELDS`. */
export type NameDetails = Partial<FilterRows>;

/**
 * Rows in columns, because columns of similar values compress best. All columns have the same length, except
 * the sparse ones.
 */
interface NameRows {
  /** Indexes into `NameTable.authors`. */
  readonly author: readonly number[];
  /** The id without `author/`; a leading `~` marks an alias. */
  readonly slug: readonly string[];
  readonly name: readonly string[];
  /** The permanent slug without a leading `author/slug`, or all of it after a `/`; `null` if missing. */
  readonly permanent: readonly (string | null)[];
  /** The columns of `NAME_FIELDS`. */
  readonly filters: Partial<FilterRows>;
  /** Rounded down to steps beyond the first thousand, because exact ranks compress poorly. */
  readonly popularity: readonly (number | null)[];
  /**
   * Exceptions: rows whose full name does not begin with the first name of the author. `name` is the index of
   * the name that it begins with, or -1.
   */
  readonly prefix: readonly (readonly [place: number, name: number])[];
  /** Indexes of variants whose base is listed. */
  readonly based: readonly number[];
  /** Aliases: their index, and that of their target, or its id if it is not among these rows. */
  readonly aliases: readonly (readonly [place: number, target: number | string])[];
  /** Row indexes and texts. */
  readonly formerly: readonly (readonly [place: number, ...texts: string[]])[];
  /**
   * For each retired row its replacement: an index of these rows, an id that is not among them, or `null`.
   */
  readonly replacement: readonly (number | string | null)[];
}

/** Data shared by all rows. */
export interface NameTable {
  /** Slug, display name, other names. */
  readonly authors: readonly (readonly string[])[];
  readonly categories: readonly string[];
  /** Values of the open list filters, by filter key. */
  readonly known: readonly (readonly [key: string, values: readonly string[]])[];
}

/**
 * The first file that search loads. For a long list it has no rows but a routing table from words to parts.
 */
export interface NamesFile {
  readonly build: string;
  /** ISO time of the data. */
  readonly now: string;
  readonly table: NameTable;
  /** Number of rows in all parts. */
  readonly total: number;
  readonly rows: NameRows | null;
  readonly routing: Routing | null;
}

/** One part of a long list. */
export interface NamesPart {
  /** The build id of the first file that it belongs to. */
  readonly build: string;
  readonly rows: NameRows;
  readonly details: NameDetails;
}

/** The details of the rows in the first file. */
export interface DetailsFile {
  /** The build id of the first file. */
  readonly build: string;
  readonly details: NameDetails;
}

const EXACT_PLACES = 1_000;
const STEP_BEYOND = 50;

export function nameTable(entries: readonly SearchEntry[]): NameTable {
  const authors = new Map(entries.map((entry) => [entry.author, [entry.author, ...entry.authorNames]]));
  return {
    authors: [...authors.values()].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    categories: [...new Set(entries.flatMap(({ categories }) => categories))].sort(),
    known: [...knownValuesOf(entries)].map(([key, values]) => [key, [...values].sort()] as const),
  };
}

/** Whether two authors share this name. */
export function isSharedName({ authors }: NameTable, name: string): boolean {
  return authors.filter((names) => names.includes(name, 1)).length > 1;
}

/** The values of the open list filters. */
export function knownValuesIn({ known }: NameTable): KnownValues {
  return new Map(known.map(([key, values]) => [key, new Set(values)]));
}

export function encodeRows(entries: readonly SearchEntry[], { authors }: NameTable): NameRows {
  const places = new Map(authors.map(([slug], place) => [slug, place]));
  const rowOf = new Map(entries.map(({ id }, place) => [id, place]));
  const retired = entries.filter((entry) => entry.retired !== null);
  const column = <T>(value: (entry: SearchEntry) => T): T[] => entries.map(value);
  return {
    author: column((entry) => places.get(entry.author) ?? 0),
    slug: column((entry) => (entry.isAlias ? '~' : '') + entry.id.slice(entry.id.indexOf('/') + 1)),
    name: column((entry) => entry.name),
    permanent: column(encodePermanent),
    filters: encodeFields(entries, NAME_FIELDS),
    popularity: column((entry) => coarsePlace(entry.popularity)),
    prefix: entries.flatMap(({ prefix, authorNames }, place) => {
      const name = prefix === null ? -1 : authorNames.indexOf(prefix);
      return name === 0 ? [] : [[place, name] as const];
    }),
    based: entries.flatMap((entry, place) => (entry.hasListedBase ? [place] : [])),
    aliases: entries.flatMap(({ aliasTarget }, place) =>
      aliasTarget === null ? [] : [[place, rowOf.get(aliasTarget) ?? aliasTarget] as const],
    ),
    formerly: entries.flatMap(({ formerly }, place) =>
      formerly.length === 0 ? [] : [[place, ...formerly] as const],
    ),
    replacement: retired.map(({ replacement }) =>
      replacement === null ? null : (rowOf.get(replacement) ?? replacement),
    ),
  };
}

export function encodeDetails(entries: readonly SearchEntry[]): NameDetails {
  return encodeFields(entries, DETAIL_FIELDS);
}

/** Adds details to the entries of the same rows. */
export function addDetails(entries: readonly SearchEntry[], details: NameDetails): void {
  setFields(entries, details);
}

/** The entries of rows, without their details. */
export function decodeRows(rows: NameRows, { authors }: NameTable): SearchEntry[] {
  const based = new Set(rows.based);
  const prefixes = new Map(rows.prefix);
  const targets = new Map(rows.aliases);
  const formerly = new Map(rows.formerly.map(([place, ...texts]) => [place, texts]));
  const ids = rows.slug.map((coded, place) => {
    const [author = ''] = authors[rows.author[place] ?? -1] ?? [];
    return coded.startsWith('~') ? `~${author}/${coded.slice(1)}` : `${author}/${coded}`;
  });
  const filterables = decodeFilterables(rows.filters, ids);
  const retired = filterables.filter((one) => one.retired !== null);
  const replacements = new Map(retired.map(({ id }, at) => [id, rows.replacement[at] ?? null]));
  return filterables.map((filterable, place): SearchEntry => {
    const [author = '', ...authorNames] = authors[rows.author[place] ?? -1] ?? [];
    const { id } = filterable;
    const idOf = (coded: number | string | null): string | null =>
      typeof coded === 'number' ? (ids[coded] ?? null) : coded;
    const parts = splitId(id);
    const slug = parts?.slug ?? id;
    return {
      ...filterable,
      name: rows.name[place] ?? slug,
      author,
      authorNames,
      prefix: authorNames[prefixes.get(place) ?? 0] ?? null,
      slug,
      variant: parts?.variant ?? null,
      isAlias: parts?.isAlias ?? false,
      aliasTarget: idOf(targets.get(place) ?? null),
      hasListedBase: based.has(place),
      permanentSlug: decodePermanent(rows.permanent[place] ?? null, author, slug),
      popularity: rows.popularity[place] ?? null,
      formerly: formerly.get(place) ?? [],
      replacement: idOf(replacements.get(id) ?? null),
    };
  });
}

function coarsePlace(place: number | null): number | null {
  return place === null || place < EXACT_PLACES ? place : place - (place % STEP_BEYOND);
}

function encodePermanent({ permanentSlug, author, slug }: SearchEntry): string | null {
  if (permanentSlug === null) return null;
  const own = `${author}/${slug}`;
  return permanentSlug.startsWith(own) ? permanentSlug.slice(own.length) : `/${permanentSlug}`;
}

function decodePermanent(coded: string | null, author: string, slug: string): string | null {
  if (coded === null) return null;
  return coded.startsWith('/') ? coded.slice(1) : `${author}/${slug}${coded}`;
}
