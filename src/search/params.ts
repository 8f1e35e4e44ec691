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
import { readOrder, writeOrder, type Order, type OrderTerms } from './order-params.ts';

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
export interface ListTerms extends OrderTerms {
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
  terms: OrderTerms,
): URLSearchParams {
  const parameters = new URLSearchParams();
  if (typed.trim() !== '') parameters.set('q', typed.trim());
  for (const key of keysIn(filters)) parameters.set(key, valuesIn(filters, key).join(','));
  writeOrder(parameters, order, terms);
  if (columns.length > 0) parameters.set('cols', columns.join(','));
  return parameters;
}
