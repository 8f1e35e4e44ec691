import { largestRoom, ROOMS, roomsOf, type Room } from './rooms.ts';
import type { TableColumn } from './table-head.ts';
import type { Columns } from './table-rows.ts';

/** Which columns of a table are shown: those of the URL, and of them those that have room. */

type Placed = readonly [key: string, column: TableColumn];

const ownRooms = new WeakMap<HTMLTableElement, ReadonlyMap<number, Room>>();

/** Whether a reader may hide a column: not the name, nor the costs of a workload that is set. */
export function canBeHidden({ index, keyOf }: TableColumn): boolean {
  return index > 0 && keyOf === undefined;
}

/** The chosen columns with the sorted one, which is always shown. `chosen`: keys; empty: every column. */
export function shownColumns(columns: Columns, chosen: readonly string[], sort: string): Columns {
  if (chosen.length === 0) return columns;
  return new Map(
    [...columns].filter(([key, column]) => !canBeHidden(column) || key === sort || chosen.includes(key)),
  );
}

/** Shows these columns where they have room. Says below the table if some have none. */
export function showColumns(table: HTMLTableElement, columns: Columns, shown: Columns, sort: string): void {
  const own = roomsAtFirst(table);
  const after = [...columns].filter(([, column]) => canBeHidden(column));
  const isWhole = shown.size === columns.size;
  for (const [key, { index }] of after) {
    if (shown.has(key)) table.style.removeProperty(`--d${index + 1}`);
    else table.style.setProperty(`--d${index + 1}`, 'none');
  }
  const left = after.filter(([key]) => shown.has(key));
  const ownRoom = ([, { index }]: Placed): Room | null => own.get(index + 1) ?? null;
  const rooms = isWhole
    ? left.map(ownRoom)
    : roomsOf(left.map((placed) => ({ width: widthOf(placed[1]), leaves: ownRoom(placed) })));
  table.classList.remove(...[...table.classList].filter((name) => placeOf(name) !== null));
  left.forEach(([, { index }], place) => {
    const room = rooms[place] ?? null;
    if (room !== null) table.classList.add(`${room}${index + 1}`);
  });
  sayUnfit(table, largestRoom(rooms.filter((_, place) => left[place]?.[0] !== sort)), isWhole);
}

function sayUnfit(table: HTMLTableElement, room: Room | null, isWhole: boolean): void {
  const line = table.closest('.room')?.querySelector('.unfit');
  if (!line) return;
  line.className = room === null ? 'unfit' : `unfit ${room}`;
  const label = line.querySelector('label')?.lastChild;
  if (label) label.textContent = isWhole ? ' Show all columns' : ' Show all chosen columns';
}

/** The rooms in the markup, by place. */
function roomsAtFirst(table: HTMLTableElement): ReadonlyMap<number, Room> {
  const known = ownRooms.get(table);
  if (known) return known;
  const rooms = new Map<number, Room>();
  for (const name of table.classList) {
    const [place, room] = placeOf(name) ?? [];
    if (place !== undefined && room !== undefined) rooms.set(place, room);
  }
  ownRooms.set(table, rooms);
  return rooms;
}

/** The place and the room of a class such as `a10`; `null` for other classes. */
function placeOf(name: string): readonly [number, Room] | null {
  const [, letter = '', place] = /^([a-z])(\d+)$/.exec(name) ?? [];
  return Object.hasOwn(ROOMS, letter) ? [Number(place), letter as Room] : null;
}

/** The width of a column in rem, from its class. */
function widthOf({ header }: TableColumn): number {
  const [, tenths = '0'] = /(?:^| )w(\d+)/.exec(header.className) ?? [];
  return Number(tenths) / 10;
}
