import { toNumber } from '../catalog/decimal.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf } from './change.ts';
import { isPricedMeanwhile } from './model-history.ts';
import { isTinyRatio, isSignificant, moveBetween, type Move } from '../catalog/price-change.ts';

/** What became of a price over several changes. */
export interface NetMove {
  readonly id: ModelId;
  /** Full name as of the last of them. */
  readonly name: string;
  readonly move: Move;
  /** What it is made of: the price changes since the earliest one that counts, newest first. */
  readonly changes: readonly ChangeOf<'price'>[];
}

/**
 * For each model whose price is not what it was before the first of these changes: the move from then to now. Takes changes
 * newest first, and gives the models in the order of their last one. What moved a whole price by less than one percent does not
 * count, and what came back to within one percent is left out. A change without a date ends the time that is known of a model:
 * only what came after it counts.
 */
export function netMoves(changes: readonly Change[]): readonly NetMove[] {
  const spans = new Map<ModelId, ChangeOf<'price'>[]>();
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
    const known = spans.get(id);
    if (known) known.push(change);
    else spans.set(id, [change]);
  }
  return [...spans].flatMap(([id, own]): NetMove[] => {
    const [last, first] = [own[0], own.at(-1)];
    const move = moveBetween(first?.move?.old ?? null, last?.move?.new ?? null);
    return last && isSignificant(move) ? [{ id, name: last.name, move, changes: own }] : [];
  });
}

/** Twice the price is as much as half of it; becoming paid or free is more than any percent. */
export function sizeOf({ ratio }: Move): number {
  return ratio === null ? Number.POSITIVE_INFINITY : Math.abs(Math.log(toNumber(ratio)));
}
