import type { ModelId } from '../catalog/model.ts';

/** A shorter tail may stand in the order of the list by chance. */
const LEAST_TAIL = 5;

/**
 * The ids of a most-popular answer that have usage data. Upstream appends the others without a mark, in the order of its list of all
 * models: so they are the longest tail that stands in that order, if it has at least five rows. Ids that the list does not hold
 * tell nothing.
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
  return rows < LEAST_TAIL ? popular : popular.slice(0, start);
}
