import type { ValueNames } from '../../../search/filter-kinds.ts';
import { filterWords, keysIn, valuesIn } from '../../../search/filters.ts';
import type { ListRequest } from '../../../search/params.ts';
import { unshownFilters } from './filter-form.ts';

interface FiltersInWords {
  /** The number of values, including the typed words. */
  readonly count: number;
  /** The filters that the form cannot show: `Max output, tokens: 8K or more; Moderated: Not moderated`. */
  readonly unshown: string;
}

/** Describes the filters of a list in words. */
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
