import type { Change, Difference, DifferenceOf } from './change.ts';

/** The values of one kind that a change tells of: its own, and those that changed while the model was not listed. */
export function differencesIn<K extends Difference['kind']>(
  change: Change,
  kind: K,
): readonly DifferenceOf<K>[] {
  const all = change.kind === 'returned' ? change.meanwhile : [change];
  return all.filter((one): one is DifferenceOf<K> & typeof one => one.kind === kind);
}
