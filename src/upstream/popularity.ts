import type { ModelId } from '../catalog/model.ts';

/** A shorter tail may follow the list's order by chance. */
const MIN_TAIL = 5;

/**
 * The ids in a most-popular answer that have usage data. Upstream appends the other ids, unmarked, in the
 * order of its full list. So the longest tail in that order is left out, if it has at least five rows. Ids
 * that are not in the list are ignored.
 */
export function idsWithUsage(popular: readonly ModelId[], listed: readonly ModelId[]): readonly ModelId[] {
  const places = new Map(listed.map((id, place) => [id, place]));
  let next = Number.POSITIVE_INFINITY;
  let [rows, start] = [0, popular.length];
  for (const [index, id] of [...popular.entries()].reverse()) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (place >= next) break;
    next = place;
    rows += 1;
    start = index;
  }
  return rows < MIN_TAIL ? popular : popular.slice(0, start);
}
