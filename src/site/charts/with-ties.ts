/**
 * The first `limit` items of a list sorted by `size` in descending order, and all others tied with the last
 * of them.
 */
export function topWithTies<T>(items: readonly T[], limit: number, size: (item: T) => number): T[] {
  const sorted = [...items].sort((a, b) => size(b) - size(a));
  const last = sorted[limit - 1];
  return last === undefined ? sorted : sorted.filter((item) => size(item) >= size(last));
}
