/**
 * The optimal string alignment distance: the number of insertions, deletions, substitutions and swaps of
 * adjacent letters that turn `a` into `b`. Computes only cells within `max` of the diagonal, because all
 * others exceed it.
 * @returns `max + 1` where the distance is more than `max`
 */
export function editDistance(a: string, b: string, max: number): number {
  const tooFar = max + 1;
  let secondLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, tooFar));
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(tooFar);
    row[0] = Math.min(i, tooFar);
    for (let j = Math.max(1, i - max); j <= Math.min(b.length, i + max); j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(secondLast, j - 2) + 1 : tooFar;
      row[j] = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, swapped, tooFar);
    }
    if (Math.min(...row) > max) return tooFar;
    [secondLast, last] = [last, row];
  }
  return at(last, b.length);

  function at(row: readonly number[], column: number): number {
    return row[column] ?? tooFar;
  }
}
