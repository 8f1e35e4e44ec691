import type { Columns, Group, Row } from './table-rows.ts';

/** What a list shows. */
export interface ShownList {
  /** In the order shown. */
  readonly groups: readonly Group[];
  /** The rows of a group that pass, the first one on top and the others folded under it. */
  readonly rowsOf: (group: Group) => readonly Row[];
  readonly columns: Columns;
  /** What the list is filtered and sorted by. */
  readonly words: string;
  /** Whether it may show less than all that it has. */
  readonly isFiltered: boolean;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly today: string;
  /** The URL of the filter data. */
  readonly filters: string;
}
