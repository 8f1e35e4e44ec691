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

/** The lists that one capture told, whole. */
interface Told {
  readonly record: RankingRecord;
  readonly lists: ReadonlyMap<Category, KnownRanking>;
}

/**
 * Merges two histories of the rankings into the one that a single place would have written. Where both hold a capture of the
 * same instant, the wider scope is kept, then the one that told more categories, then the one whose text sorts first; of two that
 * tell the same, `own`.
 */
export function mergeRankings(
  own: readonly RankingRecord[],
  other: readonly RankingRecord[],
): readonly RankingRecord[] {
  const byTime = new Map<string, Told>();
  for (const told of [...toldBy(own), ...toldBy(other)]) {
    const { at } = told.record;
    const known = byTime.get(at);
    byTime.set(at, known ? preferred(known, told) : told);
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

function toldBy(records: readonly RankingRecord[]): readonly Told[] {
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

/** Its top in order, then the rest: the records know no more. */
function orderOf({ top, ids }: KnownRanking): readonly ModelId[] {
  return [...new Set([...top, ...ids])];
}

function preferred(a: Told, b: Told): Told {
  const rival = (told: Told): Rival => ({
    scope: told.record.scope,
    size: told.lists.size,
    text: textOf(told),
  });
  return isPreferred(rival(a), rival(b)) ? a : b;
}

function textOf({ lists }: Told): string {
  return JSON.stringify(
    [...lists].map(([category, { ids, top }]) => [category, [...ids].sort(), top.toSorted()]),
  );
}
