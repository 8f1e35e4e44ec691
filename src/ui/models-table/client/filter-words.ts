import type { ValueNames } from '../../../search/filter-kinds.ts';
import { filterWords, keysIn, valuesIn } from '../../../search/filters.ts';
import type { ListRequest } from '../../../search/params.ts';
import { unshownFilters } from './filter-form.ts';

interface FiltersInWords {
  /** How many values are set, the typed words included. */
  readonly count: number;
  /** Those of which the form shows nothing: `Max output, tokens: 8K or more; Moderated: Not moderated`. */
  readonly unshown: string;
}

/** What a list says of what it is filtered by. */
export function filtersInWords(
  { typed, filters }: Pick<ListRequest, 'typed' | 'filters'>,
  form: HTMLFormElement | null,
  names: ValueNames,
): FiltersInWords {
  const unshown = unshownFilters(form, filters);
  const words = keysIn(unshown).map((key) => filterWords(key, valuesIn(unshown, key), names));
  return {
    count: Number(typed !== '') + keysIn(filters).flatMap((key) => valuesIn(filters, key)).length,
    unshown: (typed !== '' && form === null ? [`“${typed}”`, ...words] : words).join('; '),
  };
}
