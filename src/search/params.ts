import { readColumnKeys, writeColumnKeys } from './column-params.ts';
import {
  FILTER_KEYS,
  FILTERS,
  isFilterKey,
  isList,
  keysIn,
  NO_FILTERS,
  valuesIn,
  withValues,
  type Filters,
} from './filters.ts';
import { modernize } from './former-params.ts';
import { readOrder, writeOrder, type Order, type OrderTerms } from './order-params.ts';

/** The state of a list or of search, stored in the URL. */
export interface ListRequest {
  /** The search text. */
  readonly typed: string;
  readonly filters: Filters;
  /** `null`: the default order. */
  readonly order: Order | null;
  /** Column keys; empty: the default columns. */
  readonly columns: readonly string[];
}

/** The sort keys and columns of a list. */
export interface ListTerms extends OrderTerms {
  /** Column keys. */
  readonly columns: readonly string[];
}

const MAX_TEXT_LENGTH = 300;

/** The text and filters of a URL. */
export type Asked = Pick<ListRequest, 'typed' | 'filters'>;

/** Reads current and former URLs. Invalid values are replaced by defaults. `today` is the day of the data. */
export function readRequest(given: URLSearchParams, terms: ListTerms, today: string): ListRequest {
  const parameters = modernize(given, today);
  return {
    ...askedIn(parameters),
    order: readOrder(parameters, terms),
    columns: readColumnKeys(parameters, terms.columns),
  };
}

/** The same as `readRequest`, without order and columns. */
export function readAsked(given: URLSearchParams, today: string): Asked {
  return askedIn(modernize(given, today));
}

/** The parameters with another text and other filters; all other parameters stay. */
export function withAsked(given: URLSearchParams, { typed, filters }: Asked, today: string): URLSearchParams {
  const others = [...modernize(given, today)].filter(([name]) => name !== 'q' && !isFilterKey(name));
  return new URLSearchParams([...entriesOf({ typed, filters }), ...others]);
}

function askedIn(parameters: URLSearchParams): Asked {
  const filters = FILTER_KEYS.reduce((read, key) => {
    const texts = parameters.getAll(key).map((text) => text.trim());
    const values = [...new Set(texts.flatMap((text) => FILTERS[key].read(text)))];
    return withValues(read, key, isList(key) ? values : values.slice(0, 1));
  }, NO_FILTERS);
  return {
    typed: (parameters.get('q') ?? '').trim().slice(0, MAX_TEXT_LENGTH).trimEnd(),
    filters,
  };
}

/** The URL parameters without default values. */
export function writeRequest(
  { typed, filters, order, columns }: ListRequest,
  terms: OrderTerms,
): URLSearchParams {
  const parameters = new URLSearchParams(entriesOf({ typed, filters }));
  writeOrder(parameters, order, terms);
  writeColumnKeys(parameters, columns);
  return parameters;
}

function entriesOf({ typed, filters }: Asked): [name: string, value: string][] {
  const set = keysIn(filters).map((key): [string, string] => [key, valuesIn(filters, key).join(',')]);
  return typed.trim() === '' ? set : [['q', typed.trim()], ...set];
}
