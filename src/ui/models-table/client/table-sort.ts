import { compareInList, compareValues, memberAheadOf, type SortValue } from '../../../catalog/compare.ts';
import { aheadText } from '../../../catalog/format.ts';
import type { TableColumn, TableSort } from './table-head.ts';
import { cellOf, keyOf, type Columns, type Group, type Row } from './table-rows.ts';

/** Sorts groups of one table in place, by the bases of the groups. */
export type SortGroups = (groups: Group[], by: TableSort) => void;

/**
 * What sorts the groups of a table. Groups that are alike in a column stand in the order of lists, or, where a table does not show what
 * that goes by, in the order in which they are given here.
 */
export function groupSorter(groups: readonly Group[], columns: Columns): SortGroups {
  const places = placesOf(
    groups.flatMap((group) => [group, ...group.members]),
    columns,
  );
  const keysOfColumns = new Map<string, readonly SortValue[]>();
  const keysOf = (sort: string, column: TableColumn): readonly SortValue[] => {
    const known = keysOfColumns.get(sort);
    if (known) return known;
    // By the place of a group, so that comparing two groups reads two items of an array.
    const keys: SortValue[] = [];
    for (const [group, place] of places) keys[place] = keyOf(group.rows[0]?.element, column);
    keysOfColumns.set(sort, keys);
    return keys;
  };
  return (shown, { sort, direction }) => {
    const column = columns.get(sort);
    if (!column) return;
    const keys = keysOf(sort, column);
    const sorted = shown
      .map((group) => ({ group, place: places.get(group) ?? 0 }))
      .sort(
        (a, b) => compareValues(keys[a.place] ?? null, keys[b.place] ?? null, direction) || a.place - b.place,
      );
    for (const [index, { group }] of sorted.entries()) shown[index] = group;
  };
}

/** Where each group stands in the order of lists. */
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

/** Where a folded variant would stand before its base, the base's cell says so. */
export function noteMemberAhead(rows: readonly Row[], column: TableColumn, { direction }: TableSort): void {
  const [base, ...members] = rows.map(({ element }) => element);
  const cell = cellOf(base, column);
  if (!base || !cell) return;
  for (const noted of base.querySelectorAll<HTMLElement>('[data-ahead]')) delete noted.dataset.ahead;
  if (column.kind === 'text' || members.length === 0) return;
  const keys = members.map((row) => keyOf(row, column));
  const ahead = members[memberAheadOf(keyOf(base, column), keys, direction) ?? members.length];
  if (!ahead) return;
  cell.dataset.ahead = aheadText(ahead.dataset.modelId ?? '', cellOf(ahead, column)?.textContent ?? '');
}
