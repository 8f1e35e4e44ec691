import { readOrder, writeOrder } from '../../../search/order-params.ts';
import type { ListRequest, ListTerms } from '../../../search/params.ts';

/** URLs that contain only an order. Lists read and write them without loading the filter code. */

export const NOTHING: ListRequest = { typed: '', filters: {}, order: null, columns: [] };

const OF_ORDERS = ['sort', 'dir'];

/** Whether a request contains an order at most. */
export function isPlain({ typed, filters, columns }: ListRequest): boolean {
  return typed === '' && Object.keys(filters).length === 0 && columns.length === 0;
}

/** `null` for a URL that contains more. */
export function readPlain(given: URLSearchParams, terms: ListTerms): ListRequest | null {
  if ([...given.keys()].some((name) => !OF_ORDERS.includes(name))) return null;
  return { ...NOTHING, order: readOrder(given, terms) };
}

/** `null` for a request that contains more. */
export function writePlain(request: ListRequest, terms: ListTerms): URLSearchParams | null {
  if (!isPlain(request)) return null;
  const parameters = new URLSearchParams();
  writeOrder(parameters, request.order, terms);
  return parameters;
}
