import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import type { Between } from '../history/change.ts';
import { MAX_ABSENCE_DAYS } from '../history/reversions.ts';
import { betweenOf } from '../history/fold.ts';
import { applyRanking, type KnownRanking, type KnownRankings, type RankingRecord } from './record.ts';
import { daysBetween } from '../history/time.ts';

/** A model that entered or left a category's list or its top ten. */
export interface RankingChange {
  readonly category: Category;
  readonly id: ModelId;
  readonly of: 'list' | 'top';
  readonly action: 'entered' | 'left';
  /** Rank in the top ten, 1 = most used; `null` outside the top ten. */
  readonly rank: number | null;
  readonly between: Between;
}

/** Sorts after every real rank. */
const UNRANKED = 1e9;

/**
 * Changes in the categories, newest first. Not reported: the first known list of a category, the first list
 * of another scope, and a model that left and returned within a week. A model that enters or leaves the list
 * and the top ten at once is reported once.
 */
export function rankingChanges(records: readonly RankingRecord[]): readonly RankingChange[] {
  const changes: RankingChange[] = [];
  let known: KnownRankings = new Map();
  for (const record of records) {
    const next = applyRanking(known, record);
    for (const category of CATEGORY_NAMES) {
      const [before, after] = [known.get(category), next.get(category)];
      if (record.categories[category] && before?.scope === record.scope && after) {
        changes.push(...changesBetween(category, before, after));
      }
    }
    known = next;
  }
  return withoutDuplicates(withoutReturns(changes)).sort(
    (a, b) =>
      compareText(b.between.by, a.between.by) ||
      compareText(b.of, a.of) ||
      (a.rank ?? UNRANKED) - (b.rank ?? UNRANKED) ||
      compareText(a.id, b.id),
  );
}

function changesBetween(category: Category, before: KnownRanking, after: KnownRanking): RankingChange[] {
  const between = betweenOf({ after: before.at, by: after.at });
  const exchange = (of: 'list' | 'top', old: ReadonlySet<ModelId>, now: ReadonlySet<ModelId>) => {
    const change = (id: ModelId, action: 'entered' | 'left'): RankingChange => {
      const place = after.top.indexOf(id);
      return { category, id, of, action, rank: place < 0 ? null : place + 1, between };
    };
    return [
      ...[...now].filter((id) => !old.has(id)).map((id) => change(id, 'entered')),
      ...[...old].filter((id) => !now.has(id)).map((id) => change(id, 'left')),
    ];
  };
  return [
    ...exchange('top', new Set(before.top), new Set(after.top)),
    ...exchange('list', before.ids, after.ids),
  ];
}

/** Drops each departure that was followed by a return within a week, and that return. */
function withoutReturns(changes: readonly RankingChange[]): RankingChange[] {
  const folded = new Set<RankingChange>();
  const gone = new Map<string, RankingChange>();
  for (const change of changes) {
    const key = `${change.category} ${change.of} ${change.id}`;
    if (change.action === 'left') {
      gone.set(key, change);
      continue;
    }
    const departure = gone.get(key);
    gone.delete(key);
    if (departure && daysBetween(departure.between.by, change.between.by) <= MAX_ABSENCE_DAYS) {
      folded.add(departure).add(change);
    }
  }
  return changes.filter((change) => !folded.has(change));
}

/** Of two changes at the same step, in the list and in its top ten, keeps only the more informative one. */
function withoutDuplicates(changes: readonly RankingChange[]): RankingChange[] {
  const keyOf = ({ category, id, action, between }: RankingChange): string =>
    [category, id, action, between.by].join(' ');
  const counts = Map.groupBy(changes, keyOf);
  return changes.filter((change) => {
    const isDuplicate = (counts.get(keyOf(change)) ?? []).length > 1;
    return !isDuplicate || change.of === (change.action === 'entered' ? 'top' : 'list');
  });
}
