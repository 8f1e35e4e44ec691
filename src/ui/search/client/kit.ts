import { NO_REQUEST } from '../../../search/search.ts';
import { loadNames } from './engine.ts';
import { SearchResults } from './search-results.ts';

/**
 * The code of search in one module, so that all of it is loaded together with the names on the first
 * interaction.
 */
export { nearestRows } from './nearest.ts';
export { openSearch } from './search-dialog.ts';

const LIMIT = 8;

// An error here is ignored: typing loads the names again and shows the error.
loadNames().catch(() => undefined);

/**
 * Adds results to the end of `box` that answer the text in its field. With `data-pick`, the box gets the
 * event `pick` with the id of the model that is pressed.
 */
export function resultsBelow(box: HTMLElement, input: HTMLInputElement): SearchResults {
  const results = new SearchResults();
  box.append(results);
  results.attach({
    input,
    limit: LIMIT,
    request: () => ({ ...NO_REQUEST, typed: input.value }),
    loadAll: false,
    isPopup: true,
    ...(box.hasAttribute('data-pick') && {
      pick: (id) => {
        box.dispatchEvent(new CustomEvent('pick', { detail: id }));
      },
    }),
  });
  return results;
}
