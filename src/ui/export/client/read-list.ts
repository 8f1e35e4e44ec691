import type { FilterData } from '../../../search/index/filters-file.ts';
import type { ShownList } from '../../models-table/client/shown-list.ts';
import type { ExportTable } from './export-table.ts';
import { listAbout } from './list-about.ts';
import { sourcesOf } from './read-cell.ts';

/** The rows and columns that a list shows, in their order. `data` is `null` where it could not be loaded. */
export function readList(list: ShownList, data: FilterData | null): ExportTable {
  const { groups, rowsOf, columns, words, today } = list;
  const rows = groups.map((group) => rowsOf(group));
  const shown = rows.flatMap(([base, ...members]) =>
    base ? [base, ...members.filter(({ element }) => isSeen(element))] : [],
  );
  const sources = [...columns]
    .flatMap(([key, column]) => sourcesOf(key, column))
    .filter(({ read, isOptional }) => !isOptional || shown.some((row) => read(row, undefined) !== null));
  return {
    title: document.querySelector('h1')?.textContent.trim() ?? document.title,
    about: listAbout({
      words,
      unfolded: shown.length - groups.length,
      folded: rows.flat().length - shown.length,
      today,
    }),
    dataAsOf: today,
    address: location.href,
    columns: sources.map(({ key, label }) => ({ key, label })),
    rows: shown.map((row) => ({
      address: row.element.querySelector<HTMLAnchorElement>('th > a')?.href ?? '',
      values: sources.map(({ read }) => read(row, data?.models.get(row.id))),
    })),
  };
}

/** Whether a folded row is unfolded. */
function isSeen(row: HTMLTableRowElement): boolean {
  return row.isConnected && getComputedStyle(row).display !== 'none';
}
