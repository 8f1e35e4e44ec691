import type { FilterKey } from '../../../search/filters.ts';

const LONG: readonly FilterKey[] = ['author', 'category', 'param'];

/** Whether a filter has many choices. They are made in the browser when their group is opened. */
export function isLong(key: FilterKey): boolean {
  return LONG.includes(key);
}
