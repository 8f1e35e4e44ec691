import { listIn, readDecimal } from '../filter-values.ts';

/** The state of a list of changes, stored in the URL. */
export interface ChangeRequest {
  /** Only price increases or only decreases. */
  readonly direction: 'up' | 'down' | null;
  /** Keys of topics: any of them. */
  readonly kinds: readonly string[];
  /** Only price changes of at least this percentage. */
  readonly sizeMin: number | null;
  /** Slugs: any of them. */
  readonly authors: readonly string[];
  readonly sort: 'date' | 'size';
}

/** The filters of a list of changes, in the order of the panel. */
export const CHANGE_FILTERS = ['direction', 'kinds', 'sizeMin', 'authors'] as const;
export type ChangeFilter = (typeof CHANGE_FILTERS)[number];

/** Kinds and authors of a list; others in a URL are ignored. */
export interface ChangeTerms {
  readonly kinds: ReadonlySet<string>;
  readonly authors: ReadonlySet<string>;
}

export const NO_CHANGE_REQUEST: ChangeRequest = {
  direction: null,
  kinds: [],
  sizeMin: null,
  authors: [],
  sort: 'date',
};

/** Reads a URL. Values without a meaning, and values that no change of the list has, are ignored. */
export function readChangeRequest(given: URLSearchParams, terms: ChangeTerms): ChangeRequest {
  const valuesOf = (key: string, known: ReadonlySet<string>): readonly string[] =>
    [...new Set(given.getAll(key).flatMap(listIn))].filter((value) => known.has(value));
  const direction = given.get('direction');
  return {
    direction: direction === 'up' || direction === 'down' ? direction : null,
    kinds: valuesOf('kind', terms.kinds),
    sizeMin: readPercent(given.get('size_min') ?? ''),
    authors: valuesOf('author', terms.authors),
    sort: given.get('sort') === 'size' ? 'size' : 'date',
  };
}

/** The URL parameters without default values. */
export function writeChangeRequest({
  direction,
  kinds,
  sizeMin,
  authors,
  sort,
}: ChangeRequest): URLSearchParams {
  return new URLSearchParams([
    ...(kinds.length > 0 ? [['kind', kinds.join(',')]] : []),
    ...(authors.length > 0 ? [['author', authors.join(',')]] : []),
    ...(direction === null ? [] : [['direction', direction]]),
    ...(sizeMin === null ? [] : [['size_min', String(sizeMin)]]),
    ...(sort === 'date' ? [] : [['sort', sort]]),
  ]);
}

/** A typed percentage: `25`, `7.5%`, `1,000`; `null` for anything else and for 0. */
function readPercent(text: string): number | null {
  return Number(percentIn(text) ?? 0) || null;
}

/** Whether a typed percentage can be read: a percentage, or nothing. */
export function isPercent(text: string): boolean {
  return text.trim() === '' || percentIn(text) !== null;
}

function percentIn(text: string): string | null {
  const digits = readDecimal(text.trim().replace(/\s*%$/, '')) ?? '';
  return /^\d{1,6}(?:\.\d{1,2})?$/.test(digits) ? digits : null;
}

/** The request without one of its filters. */
export function withoutFilter(request: ChangeRequest, filter: ChangeFilter): ChangeRequest {
  return { ...request, [filter]: NO_CHANGE_REQUEST[filter] };
}

/** Whether a filter is set. */
export function isSet(request: ChangeRequest, filter: ChangeFilter): boolean {
  const value = request[filter];
  return typeof value === 'object' && value !== null ? value.length > 0 : value !== null;
}
