import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf } from './change.ts';
import { isPricedMeanwhile } from './model-history.ts';
import { isTinyRatio, isSignificant, moveBetween, type Move } from '../catalog/price-change.ts';

/** The net price move of a model over several changes. */
export interface NetMove {
  readonly id: ModelId;
  /** Full name at the last change. */
  readonly name: string;
  readonly move: Move;
  /** The price changes it consists of, since the earliest one that counts, newest first. */
  readonly changes: readonly ChangeOf<'price'>[];
}

/**
 * The net price move of each model over these changes. Takes changes newest first; returns the models in
 * order of their last change. Ignores moves of the total under one percent, and models whose price returned
 * to within one percent. Changes before a change without a date do not count.
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
