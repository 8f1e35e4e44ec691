import type { ValueNames } from './filter-kinds.ts';
import { FILTERS, keysIn, valuesIn, type FilterKey, type Filters } from './filters.ts';

/** The words for filters that are set. */

/** One set value of a filter, in words. */
export interface FilterPhrase {
  readonly key: FilterKey;
  readonly value: string;
  /** `image input`, `128K context or more`. */
  readonly text: string;
}

/** Each set value, in the order of `FILTERS`. */
export function filterPhrases(filters: Filters, names: ValueNames): FilterPhrase[] {
  return keysIn(filters).flatMap((key) =>
    valuesIn(filters, key).map((value) => ({ key, value, text: FILTERS[key].phrase(value, names) })),
  );
}

/** `OpenAI or Google, image input, tools, paid`. Empty without filters. */
export function filterSentence(filters: Filters, names: ValueNames): string {
  return keysIn(filters)
    .map((key) =>
      valuesIn(filters, key)
        .map((value) => FILTERS[key].phrase(value, names))
        .join(FILTERS[key].kind === 'any' ? ' or ' : ', '),
    )
    .join(', ');
}
