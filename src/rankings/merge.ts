import { isPreferred, type Rival } from '../ledger/is-preferred.ts';
import {
  applyRanking,
  diffRanking,
  diffsOf,
  recordOf,
  type KnownRanking,
  type KnownRankings,
  type RankedList,
  type RankingRecord,
} from './record.ts';

/** The full lists of one capture. */
interface ExpandedRecord {
  readonly record: RankingRecord;
  readonly lists: ReadonlyMap<RankedList, KnownRanking>;
}

/**
 * Merges two histories of the rankings into the history that one site would have written. Tie-break for
 * captures of the same instant: the wider scope, then more lists, then the text that sorts first; of two
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
    .map(({ record: { at, scope }, lists }) => {
      const diffs = [...lists].map(
        ([name, list]) => [name, diffRanking(known.get(name), topFirst(list))] as const,
      );
      const record = recordOf(at, scope, diffs);
      known = applyRanking(known, record);
      return record;
    });
}

function expand(records: readonly RankingRecord[]): readonly ExpandedRecord[] {
  let known: KnownRankings = new Map();
  return records.map((record) => {
    known = applyRanking(known, record);
    const lists = diffsOf(record).flatMap(([name]) => {
      const list = known.get(name);
      return list ? [[name, list] as const] : [];
    });
    return { record, lists: new Map(lists) };
  });
}

/** A list without a known order begins with its top, whose order is known. */
function topFirst({ top, ids, hasOrder }: KnownRanking): Pick<KnownRanking, 'ids' | 'hasOrder'> {
  return { ids: new Set([...top, ...ids]), hasOrder };
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
    [...lists].map(([name, { ids, top, hasOrder }]) =>
      hasOrder ? [name, [...ids]] : [name, [...ids].sort(), top.toSorted()],
    ),
  );
}
