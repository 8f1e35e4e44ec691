import { baseIdOf, splitId } from '../catalog/id.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import type { Change, ChangeOf } from '../history/change.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import type { ModelHistory } from '../history/model-history.ts';
import { isSignificant } from '../catalog/price-change.ts';
import { foldMoves, sorted, type Told } from './fold-moves.ts';

/**
 * Selects the changes of each feed, newest first. Numbers that changed by less than 1% are always left out.
 */

export type Retirement = ChangeOf<'expiration'> | ChangeOf<'added'> | ChangeOf<'returned'>;

/**
 * Everything one capture found about a model and its variants, and the price changes of models of its family
 * that moved alike.
 */
export interface Find {
  /** ISO time of the capture. */
  readonly by: string;
  readonly baseId: ModelId;
  /** The most important changes come first; never empty. */
  readonly told: readonly [Told, ...Told[]];
}

/** Groups changes by capture and by base model, newest first. */
export function finds(changes: readonly Change[]): readonly Find[] {
  const groups = Map.groupBy(foldMoves(changes), ([{ between, id }]) =>
    JSON.stringify([between.by, baseIdOf(id)]),
  );
  return [...groups.values()].flatMap(([first, ...rest]): readonly Find[] =>
    first ? [{ by: first[0].between.by, baseId: baseIdOf(first[0].id), told: [first, ...rest] }] : [],
  );
}

/**
 * Listed models by the capture that found them, newest first. Ties go to the model that upstream added last.
 */
export function newModels(history: History, models: readonly Model[]): readonly ChangeOf<'added'>[] {
  const listed = new Set(models.map(({ id }) => id));
  const createdOf = ({ facts }: ChangeOf<'added'>): number => facts.created ?? 0;
  return history
    .changes({ kinds: ['added'] })
    .filter((change) => change.kind === 'added')
    .filter(({ id }) => listed.has(id))
    .sort(
      (a, b) =>
        compareText(b.between.by, a.between.by) || createdOf(b) - createdOf(a) || compareText(a.id, b.id),
    );
}

export type PriceWay = 'down' | 'up';

const DIRECTIONS: Readonly<Record<PriceWay, readonly string[]>> = {
  down: ['drop', 'became-free'],
  up: ['rise', 'became-paid'],
};

/**
 * Significant price moves of models that `isTold` accepts, each with the tiers that changed along. Leaves out
 * aliases, and moves between captures more than a week apart, which cannot be dated.
 */
export function priceMoves(
  history: History,
  isTold: (change: Change) => boolean,
): Readonly<Record<PriceWay, readonly Told[]>> {
  const changes = history.changes({ kinds: ['price', 'tiers'], datedOnly: true });
  const told = foldMoves(changes.filter((change) => !change.isAlias && isTold(change)));
  const along = (way: PriceWay): readonly Told[] =>
    told.filter(
      ([first]) =>
        first.kind === 'price' &&
        first.move !== null &&
        isSignificant(first.move) &&
        DIRECTIONS[way].includes(first.move.direction),
    );
  return { down: along('down'), up: along('up') };
}

/** The author of the models that a group of changes is about. */
export function authorOfTold([{ id }]: Told): string | undefined {
  return splitId(id)?.author;
}

/** Announced removals, including those that were already announced when the model was added or returned. */
export function retirements(history: History): readonly Retirement[] {
  return history.changes({ kinds: ['expiration', 'added', 'returned'] }).filter(isRetirement);
}

/** The changes of one model. A renamed model's list ends with a note about the rename. */
export function newsOfModel(history: History, id: ModelId): readonly Change[] {
  const known = history.historyOf(id);
  if (!known) return [];
  return sorted([...known.changes, ...renamings(history, known)].filter(({ isTiny }) => !isTiny));
}

/** The changes of all models of each author. A rename to another author is in both lists. */
export function newsByAuthor(history: History): ReadonlyMap<string, readonly Change[]> {
  const told = history.changes().flatMap((change) => {
    const ids = change.kind === 'renamed' ? [change.id, change.from] : [change.id];
    return [...new Set(ids.flatMap((id) => splitId(id)?.author ?? []))].map((author) => ({ author, change }));
  });
  const byAuthor = Map.groupBy(told, ({ author }) => author);
  return new Map([...byAuthor].map(([author, both]) => [author, sorted(both.map(({ change }) => change))]));
}

function isRetirement(change: Change): change is Retirement {
  if (change.kind === 'returned') {
    return differencesIn(change, 'expiration').some((difference) => difference.new !== null);
  }
  return change.kind === 'expiration' || (change.kind === 'added' && change.facts.expiration != null);
}

function renamings(history: History, { id, renamedTo }: ModelHistory): readonly Change[] {
  const changes = renamedTo === null ? [] : (history.historyOf(renamedTo)?.changes ?? []);
  return changes.filter((change) => change.kind === 'renamed' && change.from === id);
}
