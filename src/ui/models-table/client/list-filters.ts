import { hasFilters, knownOnly, matcher, type Filters } from '../../../search/filters.ts';
import { filterText, textMatcher, type FilterText } from '../../../search/list-filter.ts';
import { readFilters, type FilterData, type FiltersFile } from '../../../search/index/filters-file.ts';
import type { ListRequest } from '../../../search/params.ts';
import type { Group, Row } from './table-rows.ts';

/**
 * Everything that lists need to filter, in one module. Loaded when a list is first used or a URL contains a
 * filter.
 */

export { filtersInWords } from './filter-words.ts';
export { fillForm, readForm } from './filter-form.ts';
export { readRequest, writeRequest } from '../../../search/params.ts';

/** The site was rebuilt after the page was opened. */
export class OtherBuild extends Error {
  override name = 'OtherBuild';
}

const loading = new Map<string, Promise<FilterData>>();

/**
 * The filter data of the models, loaded once. `address` ends in the build of the page. Rejects if loading
 * fails; the next call retries.
 */
function loadData(address: string): Promise<FilterData> {
  const known = loading.get(address);
  if (known) return known;
  const started = fetchData(address);
  loading.set(address, started);
  started.catch(() => loading.delete(address));
  return started;
}

async function fetchData(address: string): Promise<FilterData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const file = (await answer.json()) as FiltersFile;
  if (!address.endsWith(`?${file.build}`)) throw new OtherBuild(`${address} is of build ${file.build}.`);
  return readFilters(file);
}

const texts = new WeakMap<Row, FilterText>();

/** The searchable text of a row: name, author and id. */
function textOf(row: Row): FilterText {
  const known = texts.get(row);
  if (known) return known;
  const parts = ['th > a', 'th > small'].map((part) => row.element.querySelector(part)?.textContent);
  const text = filterText(parts.join(' '));
  texts.set(row, text);
  return text;
}

/** Prefetches what the first filter of these groups needs. */
export function prefetch(address: string, groups: readonly Group[]): void {
  loadData(address).catch(() => undefined);
  for (const { rows } of groups) for (const row of rows) textOf(row);
}

/** Returns a predicate for rows. If only words are given, it loads nothing. */
export async function filterBy(
  { typed, filters: asked }: Pick<ListRequest, 'typed' | 'filters'>,
  address: string,
): Promise<{
  readonly passes: (row: Row) => boolean;
  /** The filters without values that no model has. */
  readonly filters: Filters;
}> {
  const holdsWords = textMatcher(typed);
  const hasWords: (row: Row) => boolean = typed === '' ? () => true : (row) => holdsWords(textOf(row));
  if (!hasFilters(asked)) return { passes: hasWords, filters: asked };
  const { models, known } = await loadData(address);
  const filters = knownOnly(asked, known);
  const test = matcher(filters);
  const passes = (row: Row): boolean => {
    const model = models.get(row.id);
    return model !== undefined && test(model) && hasWords(row);
  };
  return { passes, filters };
}
