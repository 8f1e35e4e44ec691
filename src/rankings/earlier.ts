import { DAY_MS } from '../catalog/day.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import { applyRanking, diffsOf, type KnownRankings, type RankedList, type RankingRecord } from './record.ts';

/** A list as it was on an earlier day. */
export interface EarlierList {
  /** ISO time of the capture. */
  readonly at: string;
  /** Places by id, 1 = most used. */
  readonly places: ReadonlyMap<ModelId, number>;
}

/** How a model's place in a list changed since an earlier capture. */
export interface Movement {
  /** ISO time of that capture. */
  readonly since: string;
  /** Places gained: negative for lost ones; `null` if the model was not in the list then. */
  readonly gained: number | null;
}

/** A record may be this many days older than the day asked for. */
const MAX_DAYS_BEFORE = 2;

/**
 * Each list as of `days` days before the capture of `now`: from the last record of that day, or of one of the
 * two days before it. Leaves out lists without such a record, without a known order, and of another scope,
 * which has other models.
 */
export function listsBefore(
  records: readonly RankingRecord[],
  { now, scope, days }: { readonly now: string; readonly scope: Scope; readonly days: number },
): ReadonlyMap<RankedList, EarlierList> {
  const [first, last] = [dayBefore(now, days + MAX_DAYS_BEFORE), dayBefore(now, days)];
  const found = new Map<RankedList, EarlierList>();
  let known: KnownRankings = new Map();
  for (const record of records) {
    const day = record.at.slice(0, 10);
    if (day > last) break;
    known = applyRanking(known, record);
    if (day < first || record.scope !== scope) continue;
    for (const [name] of diffsOf(record)) {
      const list = known.get(name);
      if (!list?.hasOrder) continue;
      found.set(name, { at: record.at, places: new Map([...list.ids].map((id, index) => [id, index + 1])) });
    }
  }
  return found;
}

/** `place` is the model's place now. */
export function movementSince({ at, places }: EarlierList, id: ModelId, place: number): Movement {
  const then = places.get(id);
  return { since: at, gained: then === undefined ? null : then - place };
}

/** `YYYY-MM-DD` of the day that many days before a time. */
function dayBefore(time: string, days: number): string {
  return new Date(Date.parse(time.slice(0, 10)) - days * DAY_MS).toISOString().slice(0, 10);
}
