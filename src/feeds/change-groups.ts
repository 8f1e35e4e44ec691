import { splitId } from '../catalog/id.ts';
import { compareText } from '../catalog/order.ts';
import { changeWords, topicOf, weightOf } from '../history/change-presentation.ts';
import type { Change } from '../history/change.ts';
import { familyOf } from '../history/family.ts';

/** The changes of one item. The first one gives the title; never empty. */
export type ChangeGroup = readonly [Change, ...Change[]];

/**
 * Groups changes for items. Price changes that one capture found form one group if they are of one model,
 * such as its prices and its tiers, or of models of one author and family with the same headline, such as a
 * model and its batch variant. Any other change is a group of its own. Groups are in the order of `sorted`.
 */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const ofModel = Map.groupBy(sorted(changes), (change) =>
    topicOf(change) === 'price' && change.kind !== 'reversion'
      ? JSON.stringify([change.between.by, change.id])
      : change.key,
  );
  const alike = Map.groupBy(ofModel.values(), ([first]) => (first ? likenessOf(first) : ''));
  return [...alike.values()].flatMap((groups): readonly ChangeGroup[] => {
    const [first, ...more] = groups.flat();
    return first ? [[first, ...more]] : [];
  });
}

/** Newest first; of changes that one capture found, the most important first. */
export function sorted(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted(
    (a, b) => compareText(b.between.by, a.between.by) || weightOf(a) - weightOf(b) || compareText(a.id, b.id),
  );
}

/** Equal for price changes of one group. */
function likenessOf(change: Change): string {
  if (topicOf(change) !== 'price') return change.key;
  const { id, between } = change;
  return JSON.stringify([
    between.by,
    between.after,
    splitId(id)?.author,
    familyOf(id).words[0],
    changeWords(change).headline,
    change.kind === 'reversion' ? change.since : null,
  ]);
}
