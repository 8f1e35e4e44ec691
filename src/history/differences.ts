import type { Change, Difference, DifferenceOf } from './change.ts';

/** The differences of one kind in a change: its own, and those found when a model returned. */
export function differencesIn<K extends Difference['kind']>(
  change: Change,
  kind: K,
): readonly DifferenceOf<K>[] {
  const all = change.kind === 'returned' ? change.meanwhile : [change];
  return all.filter((one): one is DifferenceOf<K> & typeof one => one.kind === kind);
}
