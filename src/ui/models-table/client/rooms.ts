/** Which columns a table hides where it has little room. */

/**
 * The room for a table in rem, below which columns are hidden. Its key is the class that a table has for each
 * such column, before the column's place: `a10`.
 */
export const ROOMS = { a: 79, b: 72.5, c: 66.5, d: 62, e: 59, f: 53, g: 48 } as const;
export type Room = keyof typeof ROOMS;

/** Width of the name column in rem that every table keeps. */
export const NAME_ROOM = 16;
/** Tables have at least this room in rem, because narrower pages show cards. */
const MIN_ROOM = 45;

/** A column after the name. */
interface Leaving {
  /** In rem. */
  readonly width: number;
  /** The room below which it is hidden among all columns of its table; `null`: never. */
  readonly leaves: Room | null;
}

/**
 * The rooms below which some columns of a table are hidden, where they are its only ones. They leave in the
 * same order, and a table keeps its name column and any one sorted column at full width.
 */
export function roomsOf(columns: readonly Leaving[]): readonly (Room | null)[] {
  // The last to leave first.
  const rank = ({ leaves }: Leaving): number => Object.keys(ROOMS).indexOf(leaves ?? '');
  const leaving = columns
    .filter(({ leaves }) => leaves !== null)
    .sort((one, other) => rank(other) - rank(one));
  const kept = columns.filter(({ leaves }) => leaves === null);
  let used = kept.reduce((sum, { width }) => sum + width, NAME_ROOM);
  const rooms = new Map<Leaving, Room | null>();
  for (const [place, column] of leaving.entries()) {
    used += column.width;
    const widest = Math.max(0, ...leaving.slice(place + 1).map(({ width }) => width));
    rooms.set(column, roomFor(used + widest));
  }
  return columns.map((column) => rooms.get(column) ?? null);
}

/** The smallest of `ROOMS` with at least `rem`; `null` if every table has that. */
export function roomFor(rem: number): Room | null {
  if (rem <= MIN_ROOM) return null;
  const fitting = Object.entries(ROOMS).filter(([, room]) => room >= rem);
  const [name = 'a'] = fitting.at(-1) ?? [];
  return name as Room;
}

/** The largest of the rooms; `null` if there is none. */
export function largestRoom(rooms: readonly (Room | null)[]): Room | null {
  return rooms.flatMap((room) => room ?? []).sort()[0] ?? null;
}
