import type { Filterable } from '../../../search/filterable.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';
import { hasFilters, knownOnly, matcher, NO_FILTERS, type Filters } from '../../../search/filters.ts';
import { filterText, readListQuery, textMatcher, type FilterText } from '../../../search/list-filter.ts';
import { filterPhrases, filterSentence, type FilterPhrase } from '../../../search/filter-phrases.ts';
import { readAsked, withAsked, type Asked } from '../../../search/params.ts';
import type { Answer } from '../../../search/rows.ts';
import type { Group, Row } from '../../models-table/client/table-rows.ts';
import type { ModelExplorer } from './explorer.ts';
import { loadFilterData } from './filter-data.ts';

/** Reads what is asked for, and finds the rows that match. */

/** What a request finds in the lists. */
export interface Found extends Asked {
  /** The request as parameters of the URL. */
  readonly parameters: URLSearchParams;
  readonly passes: (row: Row) => boolean;
  /** Whether no row has the typed words, so that rows with similar words pass. */
  readonly isSimilar: boolean;
  readonly names: ValueNames;
  readonly phrases: readonly FilterPhrase[];
  /** The filters in words. */
  readonly sentence: string;
  /**
   * The rows that match the typed words, or every row, as facets count them. Rejects if the filter data
   * cannot be loaded.
   */
  readonly answers: (which: 'typed' | 'every') => Promise<Answer<Filterable>[]>;
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

/** Prefetches what the first filter of these lists needs. */
export function prefetch(address: string, lists: readonly (readonly Group[])[]): void {
  loadFilterData(address).catch(() => undefined);
  for (const { rows } of lists.flat()) for (const row of rows) textOf(row);
}

/**
 * Reads a request. Rejects if it has filters or operators and their data cannot be loaded, or is of another
 * build. Words alone need no data.
 */
export async function find(
  explorer: ModelExplorer,
  given: URLSearchParams,
  lists: readonly (readonly Group[])[],
): Promise<Found> {
  const { today = '', filters: address = '' } = explorer.dataset;
  const asked = readAsked(given, today);
  const { words, holds } = readListQuery(asked.typed);
  const data = hasFilters(asked.filters) || holds ? await loadFilterData(address) : null;
  const filters = data ? knownOnly(asked.filters, data.known) : NO_FILTERS;
  let authors = data?.authors;
  const names: ValueNames = { today, authorName: (slug) => authors?.get(slug) ?? slug };
  const groups = lists.flat();
  const { passes: hasWords, isSimilar } =
    words.trim() === '' ? EVERY_TEXT : textMatcher(words, allTexts(groups));
  const meets = (row: Row): boolean => {
    const model = data?.models.get(row.id);
    if (holds === null || model === undefined) return holds === null;
    return holds(textOf(row), { ...model, authorNames: [names.authorName(model.author)] });
  };
  const isTyped = (row: Row): boolean => hasWords(textOf(row)) && meets(row);
  return {
    parameters: withAsked(given, { ...asked, filters }, today),
    typed: asked.typed,
    filters,
    passes: data ? filterOf(filters, data.models, isTyped) : isTyped,
    isSimilar,
    names,
    phrases: filterPhrases(filters, names),
    sentence: filterSentence(filters, names),
    answers: async (which) => {
      const loaded = await loadFilterData(address);
      authors = loaded.authors;
      return answersOf(groups, loaded.models, which === 'typed' ? isTyped : () => true);
    },
  };
}

const EVERY_TEXT = { passes: () => true, isSimilar: false };

function filterOf(
  filters: Filters,
  models: ReadonlyMap<string, Filterable>,
  isTyped: (row: Row) => boolean,
): (row: Row) => boolean {
  const test = matcher(filters);
  return (row) => {
    const model = models.get(row.id);
    return model !== undefined && test(model) && isTyped(row);
  };
}

function* allTexts(groups: readonly Group[]): Generator<FilterText> {
  for (const { rows } of groups) for (const row of rows) yield textOf(row);
}

function answersOf(
  groups: readonly Group[],
  models: ReadonlyMap<string, Filterable>,
  isTyped: (row: Row) => boolean,
): Answer<Filterable>[] {
  return groups.flatMap(({ rows: [first, ...members] }) => {
    const lead = first && models.get(first.id);
    const base = (first && lead && isTyped(first) ? lead : null) ?? null;
    const folded = members.flatMap((row) => {
      const entry = models.get(row.id);
      return entry && isTyped(row) ? [{ entry, base }] : [];
    });
    return base ? [{ entry: base, base: null }, ...folded] : folded;
  });
}

/** The explorer's parameters with another text. */
export function withText(explorer: ModelExplorer, typed: string): URLSearchParams {
  return withAsked(explorer.parameters, { ...askedBy(explorer), typed }, explorer.dataset.today ?? '');
}

function askedBy(explorer: ModelExplorer): Asked {
  return readAsked(explorer.parameters, explorer.dataset.today ?? '');
}
