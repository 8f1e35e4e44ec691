import { search } from '../../../search/search.ts';
import type { Names } from './engine.ts';
import type { Group } from './groups.ts';
import { recentSearches } from './recent.ts';
import { fillRow, modelRow } from './rows.ts';
import { NO_FILTERS } from '../../../search/filters.ts';

const RECENT = 4;
const POPULAR = 4;
/** Needs of different kinds, as people type them. */
const EXAMPLES = ['cheapest with tools', 'free vision', 'coding', '200k context open weights'];

/** What an empty box offers: recent searches, the most used models, examples of needs. */
export function emptyGroups(names: Names): Group[] {
  return [
    ['Recent searches', recentSearches().slice(0, RECENT).map(fillRow)],
    ['Most used', popularRows(names)],
    ['Search by need', EXAMPLES.map(fillRow)],
  ];
}

/** Empty for a long list, of which no names are loaded yet. */
function popularRows(names: Names): HTMLElement[] {
  const order = { sort: 'popularity', direction: 'asc' } as const;
  const { results } = search(names.lexicon, { typed: '', filters: NO_FILTERS, order });
  return results
    .filter(({ entry }) => entry.popularity !== null && entry.retired === null)
    .slice(0, POPULAR)
    .map(({ entry }) => {
      const row = modelRow({ entry, variants: [] }, [], names);
      // It is not the result of a search.
      row.removeAttribute('data-search-result');
      return row;
    });
}
