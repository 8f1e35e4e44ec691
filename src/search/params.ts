import {
  ADDED_CLASSES,
  CONTEXT_CLASSES,
  PRICE_CLASSES,
  type AddedClass,
  type ContextClass,
  type Filters,
  type PriceClass,
} from './filters.ts';
import { SORT_ORDERS, type SearchRequest, type SortOrder } from './search.ts';

/** Parameters of `/search/`: what is at its default is left out. */
const LISTS = { authors: 'author', takes: 'in', gives: 'out', can: 'can', categories: 'category' } as const;
const LONGEST_QUERY = 300;

export function toParameters({ typed, filters, sort }: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (typed.trim() !== '') parameters.set('q', typed.trim());
  for (const [list, name] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) {
    for (const value of filters[list]) parameters.append(name, value);
  }
  for (const name of ['price', 'context', 'added'] as const) {
    const value = filters[name];
    if (value !== null) parameters.set(name, value);
  }
  if (filters.open) parameters.set('open', '1');
  if (sort !== 'relevance') parameters.set('sort', sort);
  return parameters;
}

/** Reads an address; what it may not hold is left at its default. */
export function fromParameters(parameters: URLSearchParams): SearchRequest {
  const list = (name: string): string[] =>
    [...new Set(parameters.getAll(name))].filter((value) => value !== '');
  const filters: Filters = {
    authors: list(LISTS.authors),
    takes: list(LISTS.takes),
    gives: list(LISTS.gives),
    can: list(LISTS.can),
    categories: list(LISTS.categories),
    price: oneOf<PriceClass>(PRICE_CLASSES, parameters.get('price')),
    context: oneOf<ContextClass>(CONTEXT_CLASSES, parameters.get('context')),
    added: oneOf<AddedClass>(ADDED_CLASSES, parameters.get('added')),
    open: parameters.get('open') === '1',
  };
  return {
    typed: (parameters.get('q') ?? '').slice(0, LONGEST_QUERY),
    filters,
    sort: oneOf<SortOrder>(SORT_ORDERS, parameters.get('sort')) ?? 'relevance',
  };
}

function oneOf<Key extends string>(record: Readonly<Record<Key, unknown>>, text: string | null): Key | null {
  return text !== null && Object.hasOwn(record, text) ? (text as Key) : null;
}
