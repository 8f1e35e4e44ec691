import type { Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import { isPreferred, type Rival } from '../ledger/is-preferred.ts';
import {
  applyRanking,
  diffRanking,
  diffsOf,
  type KnownRanking,
  type KnownRankings,
  type RankingRecord,
} from './record.ts';

/** The full lists of one capture. */
interface ExpandedRecord {
  readonly record: RankingRecord;
  readonly lists: ReadonlyMap<Category, KnownRanking>;
}

/**
 * Merges two histories of the rankings into the history that one site would have written. Tie-break for
 * captures of the same instant: the wider scope, then more categories, then the text that sorts first; of two
 * equal captures, `own`.
 */
export function mergeRankings(
  own: readonly RankingRecord[],
  other: readonly RankingRecord[],
): readonly RankingRecord[] {
  const byTime = new Map<string, ExpandedRecord>();
  for (const expanded of [...expand(own), ...expand(other)]) {
    const { at } = expanded.record;
    const known = byTime.get(at);
    byTime.set(at, known ? preferred(known, expanded) : expanded);
  }
  let known: KnownRankings = new Map();
  return [...byTime.values()]
    .sort((a, b) => (a.record.at < b.record.at ? -1 : 1))
    .map(({ record: { kind, at, scope }, lists }) => {
      const categories = Object.fromEntries(
        [...lists].map(([category, list]) => [category, diffRanking(known.get(category), orderOf(list))]),
      );
      const record: RankingRecord = { kind, at, scope, categories };
      known = applyRanking(known, record);
      return record;
    });
}

function expand(records: readonly RankingRecord[]): readonly ExpandedRecord[] {
  let known: KnownRankings = new Map();
  return records.map((record) => {
    known = applyRanking(known, record);
    const lists = diffsOf(record.categories).flatMap(([category]) => {
      const list = known.get(category);
      return list ? [[category, list] as const] : [];
    });
    return { record, lists: new Map(lists) };
  });
}

/** The top in order, then the rest: the records do not hold the order of the rest. */
function orderOf({ top, ids }: KnownRanking): readonly ModelId[] {
  return [...new Set([...top, ...ids])];
}

function preferred(a: ExpandedRecord, b: ExpandedRecord): ExpandedRecord {
  const rival = (expanded: ExpandedRecord): Rival => ({
    scope: expanded.record.scope,
    size: expanded.lists.size,
    text: textOf(expanded),
  });
  return isPreferred(rival(a), rival(b)) ? a : b;
}

function textOf({ lists }: ExpandedRecord): string {
  return JSON.stringify(
    [...lists].map(([category, { ids, top }]) => [category, [...ids].sort(), top.toSorted()]),
  );
}
