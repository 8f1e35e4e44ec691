import { hasFilters } from '../../../search/filters.ts';
import type { FilterData } from '../../../search/index/filters-file.ts';
import type { ListView } from '../../models-table/client/list-view.ts';
import type { ExportTable } from './export-table.ts';
import { sourcesOf } from './read-cell.ts';
import { viewWords } from './view-words.ts';

/** The rows and columns that a list shows, in their order. `data` is `null` where it could not be loaded. */
export function readView(view: ListView, data: FilterData | null): ExportTable {
  const { groups, rowsOf, total, request, order, columns, names } = view;
  const rows = groups.map((group) => rowsOf(group));
  const shown = rows.flatMap(([base, ...members]) =>
    base ? [base, ...members.filter(({ element }) => isSeen(element))] : [],
  );
  const sources = [...columns]
    .filter(([key]) => key === 'name' || request.columns.length === 0 || request.columns.includes(key))
    .flatMap(([key, column]) => sourcesOf(key, column));
  const sorted = columns.get(order.sort);
  return {
    title: document.querySelector('h1')?.textContent.trim() ?? document.title,
    about: viewWords({
      shown: groups.length,
      total,
      unfolded: shown.length - groups.length,
      folded: rows.flat().length - shown.length,
      request,
      names,
      order: sorted ? { ...order, label: sorted.label, kind: sorted.kind } : null,
    }),
    dataAsOf: names.today,
    address: location.href,
    columns: sources.map(({ key, label }) => ({ key, label })),
    rows: shown.map((row) => ({
      address: row.element.querySelector<HTMLAnchorElement>('th > a')?.href ?? '',
      values: sources.map(({ read }) => read(row, data?.models.get(row.id))),
    })),
  };
}

/** Whether a list shows less than all that it has. */
export function isFiltered({ request: { typed, filters } }: ListView): boolean {
  return typed !== '' || hasFilters(filters);
}

/** Whether a folded row is unfolded. */
function isSeen(row: HTMLTableRowElement): boolean {
  return row.isConnected && getComputedStyle(row).display !== 'none';
}
