import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import type { Between } from '../history/change.ts';
import { MAX_ABSENCE_DAYS } from '../history/reversions.ts';
import { betweenOf } from '../history/fold.ts';
import { applyRanking, type KnownRanking, type KnownRankings, type RankingRecord } from './record.ts';
import { daysBetween } from '../history/time.ts';

/** A model that came into a category's list or its first ten, or went out of them. */
export interface RankingChange {
  readonly category: Category;
  readonly id: ModelId;
  readonly of: 'list' | 'top';
  readonly action: 'entered' | 'left';
  /** Its place in the first ten, 1 = most used; `null` when it is not among them. */
  readonly rank: number | null;
  readonly between: Between;
}

/** After every place that is one. */
const UNRANKED = 1e9;

/**
 * What changed in the categories, newest first. The first list known of a category, and the first of another scope, are no news;
 * nor is a model that went and was back within a week. One that comes straight into the first ten, or falls from them out of the
 * list, is told of once.
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
  return withoutTwins(withoutFlaps(changes)).sort(
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
function withoutFlaps(changes: readonly RankingChange[]): RankingChange[] {
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

/** Of two that tell of the same step, the list and its top, only the one that says more. */
function withoutTwins(changes: readonly RankingChange[]): RankingChange[] {
  const keyOf = ({ category, id, action, between }: RankingChange): string =>
    [category, id, action, between.by].join(' ');
  const counts = Map.groupBy(changes, keyOf);
  return changes.filter((change) => {
    const isTwin = (counts.get(keyOf(change)) ?? []).length > 1;
    return !isTwin || change.of === (change.action === 'entered' ? 'top' : 'list');
  });
}
