import { toNumber } from '../catalog/decimal.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf, Move } from './change.ts';
import { isPricedMeanwhile } from './model-history.ts';
import { isTinyRatio, isWorthTelling, moveBetween } from './price-move.ts';

/** What became of a price over several changes. */
export interface NetMove {
  readonly id: ModelId;
  /** Full name as of the last of them. */
  readonly name: string;
  readonly move: Move;
  /** The price changes that it is made of, newest first. */
  readonly changes: readonly ChangeOf<'price'>[];
}

/**
 * For each model whose price is not what it was before the first of these changes: the move from then to now. Takes changes
 * newest first, and gives the models in the order of their last one. What moved a whole price by less than one percent does not
 * count, and what came back to within one percent is left out. A change without a date ends the time that is known of a model:
 * only what came after it counts.
 */
export function netMoves(changes: readonly Change[]): readonly NetMove[] {
  const spans = new Map<ModelId, { readonly counted: ChangeOf<'price'>[]; readonly now: Move; then: Move }>();
  const ended = new Set<ModelId>();
  for (const change of changes) {
    const { id } = change;
    if (ended.has(id)) continue;
    if (isPricedMeanwhile(change)) ended.add(id);
    if (change.kind !== 'price' || change.move === null || isTinyRatio(change.move.ratio)) continue;
    if (!change.between.isDated) {
      ended.add(id);
      continue;
    }
    const span = spans.get(id) ?? { counted: [], now: change.move, then: change.move };
    span.then = change.move;
    span.counted.push(change);
    spans.set(id, span);
  }
  return [...spans].flatMap(([id, { counted, now, then }]): NetMove[] => {
    const move = moveBetween(then.old, now.new);
    return isWorthTelling(move) ? [{ id, name: counted[0]?.name ?? '', move, changes: counted }] : [];
  });
}

/** Twice the price is as much as half of it; becoming paid or free is more than any percent. */
export function sizeOf({ ratio }: Move): number {
  return ratio === null ? Number.POSITIVE_INFINITY : Math.abs(Math.log(toNumber(ratio)));
}
