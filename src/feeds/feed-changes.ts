import { baseIdOf, splitId } from '../catalog/id.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import type { Change, ChangeOf } from '../history/change.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import type { ModelHistory } from '../history/model-history.ts';
import { isSignificant } from '../catalog/price-change.ts';
import { groupChanges, sorted, type ChangeGroup } from './change-groups.ts';

/**
 * Selects the changes of each feed, newest first. Numbers that changed by less than 1% are always left out.
 */

export type Retirement = ChangeOf<'expiration'> | ChangeOf<'added'> | ChangeOf<'returned'>;

/**
 * All changes that one capture found in a model and its variants, with equal price changes of models of its
 * family.
 */
export interface Finding {
  /** ISO time of the capture. */
  readonly by: string;
  readonly baseId: ModelId;
  /** The most important changes come first; never empty. */
  readonly groups: readonly [ChangeGroup, ...ChangeGroup[]];
}

/** Groups changes by capture and by base model, newest first. */
export function findingsIn(changes: readonly Change[]): readonly Finding[] {
  const groups = Map.groupBy(groupChanges(changes), ([{ between, id }]) =>
    JSON.stringify([between.by, baseIdOf(id)]),
  );
  return [...groups.values()].flatMap(([first, ...rest]): readonly Finding[] =>
    first ? [{ by: first[0].between.by, baseId: baseIdOf(first[0].id), groups: [first, ...rest] }] : [],
  );
}

/**
 * The additions of listed models, newest capture first; ties in upstream's order of addition, newest first.
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

export type PriceDirection = 'down' | 'up';

const DIRECTIONS: Readonly<Record<PriceDirection, readonly string[]>> = {
  down: ['drop', 'became-free'],
  up: ['rise', 'became-paid'],
};

/**
 * Significant price moves that `isIncluded` accepts, each with the tiers that changed with it. Leaves out
 * aliases, and moves between captures more than a week apart, which have no date.
 */
export function priceMoves(
  history: History,
  isIncluded: (change: Change) => boolean,
): Readonly<Record<PriceDirection, readonly ChangeGroup[]>> {
  const changes = history.changes({ kinds: ['price', 'tiers'], datedOnly: true });
  const groups = groupChanges(changes.filter((change) => !change.isAlias && isIncluded(change)));
  const groupsOf = (direction: PriceDirection): readonly ChangeGroup[] =>
    groups.filter(
      ([first]) =>
        first.kind === 'price' &&
        first.move !== null &&
        isSignificant(first.move) &&
        DIRECTIONS[direction].includes(first.move.direction),
    );
  return { down: groupsOf('down'), up: groupsOf('up') };
}

/** The author slug of the models in a group. */
export function authorOfGroup([{ id }]: ChangeGroup): string | undefined {
  return splitId(id)?.author;
}

/** Announced removals, including those that were already announced when the model was added or returned. */
export function retirements(history: History): readonly Retirement[] {
  return history.changes({ kinds: ['expiration', 'added', 'returned'] }).filter(isRetirement);
}

/** The changes of one model, newest first. Includes its rename to another id. */
export function feedChangesOf(history: History, id: ModelId): readonly Change[] {
  const known = history.historyOf(id);
  if (!known) return [];
  return sorted([...known.changes, ...renamings(history, known)].filter(({ isTiny }) => !isTiny));
}

/** The changes of all models of each author. A rename to another author is in both lists. */
export function feedChangesByAuthor(history: History): ReadonlyMap<string, readonly Change[]> {
  const pairs = history.changes().flatMap((change) => {
    const ids = change.kind === 'renamed' ? [change.id, change.from] : [change.id];
    return [...new Set(ids.flatMap((id) => splitId(id)?.author ?? []))].map((author) => ({ author, change }));
  });
  const byAuthor = Map.groupBy(pairs, ({ author }) => author);
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
