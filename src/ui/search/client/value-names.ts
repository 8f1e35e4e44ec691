import type { ValueNames } from '../../../search/filter-kinds.ts';
import { isSharedName, type NameTable } from '../../../search/index/name-index.ts';

/** The display names of filter values in search. */
export function valueNames(table: NameTable, today: string): ValueNames {
  return {
    today,
    authorName: (slug) => {
      const name = table.authors.find(([key]) => key === slug)?.[1] ?? slug;
      return isSharedName(table, name) ? `${name} (${slug})` : name;
    },
  };
}
