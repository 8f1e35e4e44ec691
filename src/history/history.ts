import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import { memo, once } from '../catalog/once.ts';
import { compareText } from '../catalog/order.ts';
import type { Change, ChangeKind } from './change.ts';
import { nameOf } from './fold.ts';
import { isCovered } from '../ledger/known-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CaptureRecord } from '../ledger/record.ts';
import { modelHistory, readTrack, retiredModel, type ModelHistory, type Retired } from './model-history.ts';
import { monthEnds, monthsOf, type Month } from './months.ts';
import { removalsAmong, stabilityOf, type Removals, type Stability } from './stability.ts';
import { lastObservedAt } from '../ledger/state.ts';
import { successorsAmong, type Successor } from './successor.ts';
import { daysEarlier } from './time.ts';

/**
 * A model that was listed when last seen and that the last capture does not cover: the capture has a narrower
 * scope (`scope`), or the row could not be read (`quarantined`). It is neither listed nor retired.
 */
export interface NotAskedFor {
  readonly id: ModelId;
  readonly name: string;
  /** The last known facts. */
  readonly facts: Facts;
  /** ISO time of the last capture that covered it. */
  readonly lastSeen: string;
  readonly reason: 'scope' | 'quarantined';
}

interface ChangesQuery {
  /** ISO date or time, inclusive. */
  readonly from?: string;
  /** ISO time, exclusive. */
  readonly after?: string;
  /** ISO date (the whole day) or time, inclusive. */
  readonly to?: string;
  readonly kinds?: readonly ChangeKind[];
  /** Include numbers that changed by less than one percent. */
  readonly includeTiny?: boolean;
  /** Leave out changes between captures that are more than a week apart. */
  readonly datedOnly?: boolean;
}

/** The changes as readers see them, indexed, as of one capture. */
export interface History {
  /** ISO time of the ledger's first capture; `null` if there is no history for this time. */
  readonly since: string | null;
  /** ISO time that all queries use as "now". */
  readonly now: string;
  readonly captures: readonly CaptureRecord[];
  /** Number of event lines, before folding. */
  readonly eventCount: number;
  readonly historyOf: (id: ModelId) => ModelHistory | null;
  /** Newest first, then by id. */
  readonly changes: (query?: ChangesQuery) => readonly Change[];
  /**
   * Dated changes in the last `days` days before now. The capture of exactly `days` days ago is excluded: it
   * found earlier changes.
   */
  readonly recent: (
    days: number,
    query?: Omit<ChangesQuery, 'from' | 'after' | 'to' | 'datedOnly'>,
  ) => readonly Change[];
  /** Most recently removed first. */
  readonly retiredModels: () => readonly Retired[];
  readonly retired: (id: ModelId) => Retired | null;
  /** Sorted by id. */
  readonly notAskedFor: () => readonly NotAskedFor[];
  /** A possible replacement for a model, whether the model is listed or not. */
  readonly successorOf: (id: ModelId) => Successor | null;
  readonly stability: (id: ModelId) => Stability | null;
  readonly removals: () => Removals;
  readonly months: () => readonly Month[];
}

/** Indexes a ledger for pages and feeds. `unread` are the ids of unreadable rows in the last capture. */
export function historyFrom(ledger: Ledger, now: string, unread: ReadonlySet<ModelId> = new Set()): History {
  const { blocks, tracks, state } = ledger;
  const readings = new Map([...tracks].map(([id, track]) => [id, readTrack(id, track)]));
  const all = [...readings.values()].flatMap(({ changes }) => changes).sort(newestFirst);
  const renamedTo = (id: ModelId): ModelId | null => tracks.get(id)?.at(-1)?.renamedTo ?? null;
  const unasked = unaskedAmong(ledger, unread);
  const standing = new Map(
    [...state.rows].map(([id, row]) => [id, unasked.has(id) ? { ...row, isListed: false } : row]),
  );

  const fieldsSince = new Map(
    blocks.flatMap(({ capture: { at, fields = [] } }) => fields.map((field) => [field, at] as const)),
  );

  const historyOf = memo((id: ModelId): ModelHistory | null => {
    const [track, reading, row] = [tracks.get(id), readings.get(id), state.rows.get(id)];
    if (!track || !reading || !row) return null;
    const seen = unasked.get(id)?.lastSeen ?? lastObservedAt(state, row) ?? now;
    return modelHistory(track, reading, {
      seen,
      isListed: row.isListed && !unasked.has(id),
      fieldsSince,
    });
  });
  const successor = memo(successorsAmong(standing, renamedTo));
  const retired = memo((id: ModelId): Retired | null => {
    const known = historyOf(id);
    return known?.gone ? retiredModel(known, known.gone, successor(id)) : null;
  });
  const changes = (query: ChangesQuery = {}): readonly Change[] => all.filter(matcher(query));
  const retiredModels = once(() =>
    [...tracks.keys()]
      .flatMap((id) => retired(id) ?? [])
      .sort((a, b) => compareText(b.gone.by, a.gone.by) || compareText(a.id, b.id)),
  );

  return {
    since: blocks[0]?.capture.at ?? null,
    now,
    captures: blocks.map(({ capture }) => capture),
    eventCount: blocks.reduce((sum, { events }) => sum + events.length, 0),
    historyOf,
    changes,
    recent: (days, query = {}) => changes({ ...query, after: daysEarlier(now, days), datedOnly: true }),
    retiredModels,
    retired,
    notAskedFor: () => [...unasked.values()],
    successorOf: successor,
    stability: (id) => {
      const known = historyOf(id);
      return known && stabilityOf(known);
    },
    removals: once(() => removalsAmong(tracks.values())),
    months: once(() => monthsOf(monthEnds(ledger), all)),
  };
}

/** By id, sorted by id. */
function unaskedAmong(
  { blocks, state }: Ledger,
  unread: ReadonlySet<ModelId>,
): ReadonlyMap<ModelId, NotAskedFor> {
  const { scope } = state;
  const before = blocks.slice(0, -1).map(({ capture }) => capture);
  const unasked = [...state.rows].flatMap(([id, row]): readonly NotAskedFor[] => {
    const isOutside = scope !== null && !isCovered(row, scope);
    if (!row.isListed || (!isOutside && !unread.has(id))) return [];
    const seen = isOutside
      ? lastObservedAt(state, row)
      : before.findLast((capture) => isCovered(row, capture.scope))?.at;
    return [
      {
        id,
        name: nameOf(row.facts),
        facts: row.facts,
        lastSeen: seen ?? state.last.any ?? '',
        reason: isOutside ? 'scope' : 'quarantined',
      },
    ];
  });
  return new Map(unasked.sort((a, b) => compareText(a.id, b.id)).map((one) => [one.id, one]));
}

function matcher({
  from,
  after,
  to,
  kinds,
  includeTiny,
  datedOnly,
}: ChangesQuery): (change: Change) => boolean {
  // A date as the end includes the whole day.
  const end = to?.length === 10 ? `${to}T23:59:59.999Z` : to;
  return ({ kind, between, isTiny }) =>
    (from === undefined || between.by >= from) &&
    (after === undefined || between.by > after) &&
    (end === undefined || between.by <= end) &&
    (!kinds || kinds.includes(kind)) &&
    (includeTiny === true || !isTiny) &&
    (datedOnly !== true || between.isDated);
}

function newestFirst(a: Change, b: Change): number {
  return compareText(b.between.by, a.between.by) || compareText(a.id, b.id);
}
