import {
  FILTERS,
  FILTER_KEYS,
  filterWords,
  isList,
  valuesIn,
  withValues,
  type FilterKey,
  type Filters,
} from '../../../search/filters.ts';
import type { ListRequest } from '../../../search/params.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';

/**
 * The form of a list. Fields are named after filters. Filters without a field keep their value from the URL.
 */

type Asked = Pick<ListRequest, 'typed' | 'filters'>;

/** The form's values, with those previous `filters` that the form cannot show. */
export function readForm(form: HTMLFormElement, filters: Filters): Asked {
  const text = form.elements.namedItem('q');
  return {
    typed: text instanceof HTMLInputElement ? text.value : '',
    filters: FILTER_KEYS.reduce((read, key) => withValues(read, key, valuesOf(form, key, filters)), filters),
  };
}

function valuesOf(form: HTMLFormElement, key: FilterKey, filters: Filters): readonly string[] {
  const select = selectOf(form, key);
  if (select) return FILTERS[key].read(select.value);
  const boxes = boxesOf(form, key);
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  const kept = valuesIn(filters, key).filter((value) => !boxes.some((box) => box.value === value));
  const values = [...chosen, ...kept];
  return isList(key) ? values : values.slice(0, 1);
}

export function fillForm(form: HTMLFormElement, { typed, filters }: Asked, names: ValueNames): void {
  const text = form.elements.namedItem('q');
  if (text instanceof HTMLInputElement) text.value = typed;
  for (const key of FILTER_KEYS) {
    const values = valuesIn(filters, key);
    for (const box of boxesOf(form, key)) box.checked = values.includes(box.value);
    const select = selectOf(form, key);
    if (!select) continue;
    const value = values.join(',');
    // A URL can contain values that the form does not offer.
    if (![...select.options].some((option) => option.value === value))
      select.add(new Option(filterWords(key, values, names), value));
    select.value = value;
  }
}

/** The filters that the form cannot show. */
export function unshownFilters(form: HTMLFormElement | null, filters: Filters): Filters {
  return FILTER_KEYS.reduce((rest, key) => {
    if (form && selectOf(form, key)) return withValues(rest, key, []);
    const boxes = form ? boxesOf(form, key) : [];
    const values = valuesIn(rest, key).filter((value) => !boxes.some((box) => box.value === value));
    return withValues(rest, key, values);
  }, filters);
}

function selectOf(form: HTMLFormElement, key: FilterKey): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>(`select[name="${key}"]`);
}

function boxesOf(form: HTMLFormElement, key: FilterKey): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${key}"]`)];
}
