import { readOrder, writeOrder } from '../../../search/order-params.ts';
import type { ListRequest, ListTerms } from '../../../search/params.ts';

/** Addresses that ask for nothing but an order: lists read and write them before anything of the filters is loaded. */

export const NOTHING: ListRequest = { typed: '', filters: {}, order: null, columns: [] };

const OF_ORDERS = ['sort', 'dir'];

/** Whether a request is for an order at most. */
export function isPlain({ typed, filters, columns }: ListRequest): boolean {
  return typed === '' && Object.keys(filters).length === 0 && columns.length === 0;
}

/** `null` for an address that asks for more. */
export function readPlain(given: URLSearchParams, terms: ListTerms): ListRequest | null {
  if ([...given.keys()].some((name) => !OF_ORDERS.includes(name))) return null;
  return { ...NOTHING, order: readOrder(given, terms) };
}

/** `null` for a request for more. */
export function writePlain(request: ListRequest, terms: ListTerms): URLSearchParams | null {
  if (!isPlain(request)) return null;
  const parameters = new URLSearchParams();
  writeOrder(parameters, request.order, terms);
  return parameters;
}
