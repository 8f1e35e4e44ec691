import { hasManyTies } from '../../../catalog/cell-key.ts';
import { compareInList, compareValues, memberAheadOf, type SortValue } from '../../../catalog/compare.ts';
import { aheadText } from '../../../catalog/folded-words.ts';
import type { TableColumn, TableSort } from './table-head.ts';
import { cellOf, firstLine, idOf, keyOf, type Columns, type Group, type Row } from './table-rows.ts';

/** Sorts the groups of one table in place by their bases. */
export type SortGroups = (groups: Group[], by: TableSort) => void;

/**
 * Creates the sort function of a table. Ties are broken by the default order of lists or, if the table lacks
 * the columns for that, by the given order.
 */
export function groupSorter(groups: readonly Group[], columns: Columns): SortGroups {
  const places = placesOf(
    groups.flatMap((group) => [group, ...group.members]),
    columns,
  );
  const keysOfColumns = new WeakMap<TableColumn, readonly SortValue[]>();
  const keysOf = (column: TableColumn): readonly SortValue[] => {
    const known = keysOfColumns.get(column);
    if (known) return known;
    // Indexed by group, so that each comparison reads two items of an array.
    const keys: SortValue[] = [];
    for (const [group, place] of places) keys[place] = keyOf(group.rows[0]?.element, column);
    keysOfColumns.set(column, keys);
    return keys;
  };
  return (shown, { sort, direction }) => {
    const column = columns.get(sort);
    if (!column) return;
    const keys = keysOf(column);
    const name = hasManyTies(column.kind) ? columns.get('name') : undefined;
    const names = name ? keysOf(name) : [];
    const sorted = shown
      .map((group) => ({ group, place: places.get(group) ?? 0 }))
      .sort(
        (a, b) =>
          compareValues(keys[a.place] ?? null, keys[b.place] ?? null, direction) ||
          compareValues(names[a.place] ?? null, names[b.place] ?? null, 'asc') ||
          a.place - b.place,
      );
    for (const [index, { group }] of sorted.entries()) shown[index] = group;
  };
}

/** The position of each group in the default order of lists. */
function placesOf(groups: readonly Group[], columns: Columns): ReadonlyMap<Group, number> {
  const [popularity, added] = [columns.get('popularity'), columns.get('newest')];
  if (!popularity || !added) return new Map(groups.map((group, place) => [group, place]));
  const listed = groups
    .map((group) => {
      const row = group.rows[0]?.element;
      return { group, id: group.id, popularity: keyOf(row, popularity), added: keyOf(row, added) };
    })
    .sort(compareInList);
  return new Map(listed.map(({ group }, place) => [group, place]));
}

/** Notes in the base's cell if a folded variant would sort before the base. */
export function noteMemberAhead(rows: readonly Row[], column: TableColumn, { direction }: TableSort): void {
  const [base, ...members] = rows.map(({ element }) => element);
  const cell = cellOf(base, column);
  if (!base || !cell) return;
  for (const noted of base.querySelectorAll<HTMLElement>('[data-ahead]')) delete noted.dataset.ahead;
  if (column.isWords || column.kind === 'text' || members.length === 0) return;
  const keys = members.map((row) => keyOf(row, column));
  const ahead = members[memberAheadOf(keyOf(base, column), keys, direction) ?? members.length];
  if (!ahead) return;
  cell.dataset.ahead = aheadText(idOf(ahead), firstLine(cellOf(ahead, column)));
}
