import { NO_REQUEST } from '../../../search/search.ts';
import { loadNames } from './engine.ts';
import { SearchResults } from './search-results.ts';

/** What search needs once somebody comes near: one module, so that all of it is asked for at once, the names included. */
export { openSearch } from './search-dialog.ts';

const LIMIT = 8;

// What fails now is tried again, and told, when something is typed.
loadNames().catch(() => undefined);

/** Results at the end of `box`, which answer what is typed into its field. */
export function resultsBelow(box: HTMLElement, input: HTMLInputElement): SearchResults {
  const results = new SearchResults();
  box.append(results);
  results.attach({
    input,
    limit: LIMIT,
    request: () => ({ ...NO_REQUEST, typed: input.value }),
    whole: false,
    isPassing: true,
  });
  return results;
}
