import { textMatcher } from '../../../search/list-filter.ts';
import type { Row } from './table-rows.ts';

/** Whether a row passes the filters of an address. */
export function testOf(filters: URLSearchParams): (row: Row) => boolean {
  const holdsWords = textMatcher(filters.get('q') ?? '');
  const author = filters.get('author');
  const can = filters.getAll('can');
  const takes = filters.getAll('takes');
  const gives = filters.getAll('out');
  const free = filters.get('price') === 'free';
  const maxInput = filters.has('input') ? Number(filters.get('input')) : null;
  const minContext = filters.has('context') ? Number(filters.get('context')) : null;
  return (row) =>
    holdsWords(row.text) &&
    (author === null || row.author === author) &&
    can.every((one) => row.can.has(one)) &&
    takes.every((one) => row.takes.has(one)) &&
    gives.every((one) => row.gives.has(one)) &&
    (!free || row.isFree) &&
    (maxInput === null || (row.input !== null && row.input <= maxInput)) &&
    (minContext === null || (row.context !== null && row.context >= minContext));
}
