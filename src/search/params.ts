import type { Direction } from '../catalog/compare.ts';
import {
  FILTER_KEYS,
  FILTERS,
  isList,
  keysIn,
  NO_FILTERS,
  valuesIn,
  withValues,
  type Filters,
} from './filters.ts';
import { listIn } from './filter-kinds.ts';
import { modernize } from './former-params.ts';

/** An order of a list. */
export interface Order {
  readonly sort: string;
  readonly direction: Direction;
}

/** What a reader asks of a list or of search: all of it stands in the address. */
export interface ListRequest {
  /** What was typed. */
  readonly typed: string;
  readonly filters: Filters;
  /** `null`: the list's own. */
  readonly order: Order | null;
  /** Keys of columns; empty: the list's own. */
  readonly columns: readonly string[];
}

/** What a list knows. */
export interface ListTerms {
  /** The keys that it can be sorted by, each with the direction of a first click. */
  readonly sorts: Readonly<Record<string, Direction>>;
  /** The order that it has without being asked. */
  readonly ownOrder: Order | null;
  /** Its keys of columns. */
  readonly columns: readonly string[];
}

const LONGEST_TEXT = 300;

/** Reads an address, or a former one. What it may not hold is left at its default. `today` is the day of the data. */
export function readRequest(given: URLSearchParams, terms: ListTerms, today: string): ListRequest {
  const parameters = modernize(given, today);
  const filters = FILTER_KEYS.reduce((read, key) => {
    const texts = parameters.getAll(key).map((text) => text.trim());
    const values = [...new Set(texts.flatMap((text) => FILTERS[key].read(text)))];
    return withValues(read, key, isList(key) ? values : values.slice(0, 1));
  }, NO_FILTERS);
  return {
    typed: (parameters.get('q') ?? '').trim().slice(0, LONGEST_TEXT).trimEnd(),
    filters,
    order: readOrder(parameters, terms),
    columns: parameters
      .getAll('cols')
      .flatMap(listIn)
      .filter((key, place, all) => terms.columns.includes(key) && all.indexOf(key) === place),
  };
}

/** The parameters of an address: what is at its default is left out. */
export function writeRequest(
  { typed, filters, order, columns }: ListRequest,
  { sorts, ownOrder }: Pick<ListTerms, 'sorts' | 'ownOrder'>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  if (typed.trim() !== '') parameters.set('q', typed.trim());
  for (const key of keysIn(filters)) parameters.set(key, valuesIn(filters, key).join(','));
  if (order !== null) {
    if (order.sort !== ownOrder?.sort) parameters.set('sort', order.sort);
    const byDefault = order.sort === ownOrder?.sort ? ownOrder.direction : sorts[order.sort];
    if (order.direction !== byDefault) parameters.set('dir', order.direction);
  }
  if (columns.length > 0) parameters.set('cols', columns.join(','));
  return parameters;
}

function readOrder(parameters: URLSearchParams, { sorts, ownOrder }: ListTerms): Order | null {
  const wanted = parameters.get('sort') ?? '';
  const isKnown = Object.hasOwn(sorts, wanted);
  const sort = isKnown ? wanted : ownOrder?.sort;
  if (sort === undefined) return null;
  const byDefault = sort === ownOrder?.sort ? ownOrder.direction : (sorts[sort] ?? 'asc');
  const given = parameters.get('dir');
  const direction = given === 'asc' || given === 'desc' ? given : byDefault;
  const isOwn = sort === ownOrder?.sort && direction === ownOrder.direction;
  return isOwn ? null : { sort, direction };
}
