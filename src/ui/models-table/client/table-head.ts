import type { SortKind } from '../../../catalog/cell-key.ts';
import type { Direction, SortValue } from '../../../catalog/compare.ts';
import type { ListTerms } from '../../../search/params.ts';

/** A column as described by its header. */
export interface TableColumn {
  readonly header: HTMLTableCellElement;
  /** The index of its cell in a row, as the page came. */
  readonly index: number;
  readonly label: string;
  readonly kind: SortKind;
  /** Whether its cells contain words rather than figures. */
  readonly isWords: boolean;
  /** The direction of the first click; `null` if the column is not sortable. */
  readonly firstDirection: Direction | null;
  /** The sort key of a row, of a column whose cells are made when they are shown. */
  readonly keyOf?: (row: HTMLTableRowElement) => SortValue;
  /** The value of a row for exports, of such a column. */
  readonly exactOf?: (row: HTMLTableRowElement) => string | null;
}

export interface TableSort {
  /** The key of a column. */
  readonly sort: string;
  readonly direction: Direction;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The columns of a table, by key. */
export function readColumns(head: HTMLTableSectionElement): ReadonlyMap<string, TableColumn> {
  const headers = [...(head.rows[0]?.cells ?? [])];
  return new Map(
    headers.map((header, index) => {
      const { key = '', first, kind } = header.dataset;
      const firstDirection = first === 'asc' || first === 'desc' ? first : null;
      const label = header.querySelector('a, span, button')?.textContent ?? '';
      return [
        key,
        {
          header,
          index,
          label,
          kind: kind === 'text' || kind === 'date' || kind === 'count' ? kind : 'number',
          isWords: header.classList.contains('w'),
          firstDirection,
        },
      ];
    }),
  );
}

/** The sort order in the page's markup. */
export function readSort(columns: ReadonlyMap<string, TableColumn>): TableSort {
  for (const [sort, { header }] of columns) {
    const order = header.getAttribute('aria-sort');
    if (order !== null) return { sort, direction: order === ARIA_SORT.desc ? 'desc' : 'asc' };
  }
  return { sort: '', direction: 'asc' };
}

/** The values that the table's URL may contain. */
export function termsOf(columns: ReadonlyMap<string, TableColumn>, ownOrder: TableSort): ListTerms {
  const sorts = [...columns].flatMap(([key, { firstDirection }]) =>
    firstDirection === null ? [] : [[key, firstDirection] as const],
  );
  return { sorts: Object.fromEntries(sorts), ownOrder, columns: [...columns.keys()] };
}

/** Marks the sort order in the headers, and the sorted place on the table (`tableClasses` in column.ts). */
export function markSort(columns: ReadonlyMap<string, TableColumn>, { sort, direction }: TableSort): void {
  for (const [key, { header, index }] of columns) {
    const isSorted = key === sort;
    if (isSorted) header.setAttribute('aria-sort', ARIA_SORT[direction]);
    else header.removeAttribute('aria-sort');
    if (key !== 'cost') header.closest('table')?.classList.toggle(`s${index + 1}`, isSorted && index > 0);
  }
}
