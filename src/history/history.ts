import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import type { Prices } from '../catalog/price.ts';
import type { Between, Change, ChangeKind, ChangeOf } from './change.ts';
import { findAbsences } from './flaps.ts';
import { betweenOf, foldTrack, nameOf } from './fold.ts';
import type { Block, CaptureRecord } from './ledger-record.ts';
import { monthsOf, type Month } from './monthly.ts';
import { isTinyRatio, isWorthTelling, pricesOf } from './price-move.ts';
import { applyBlock, emptyState, listedRows, type LedgerState } from './state.ts';
import { successorOf, type Successor } from './successor.ts';
import { daysBetween, daysEarlier } from './time.ts';
import { readTracks, type Step, type Track } from './track.ts';

/** When a model was first met. */
export interface FirstListed {
  readonly between: Between;
  /** It may have been listed before: it was there in the first capture, or came with a wider scope. */
  readonly isBaseline: boolean;
  /** ISO time from which its life is counted: `between.by`, or for a baseline upstream's own time of addition where that is earlier. */
  readonly since: string;
}

/** From `from` on the prices were these, until the next step. */
export interface PriceStep {
  readonly from: string;
  readonly prices: Prices;
  /** `false`: it was gone for more than a week from then on. */
  readonly isListed: boolean;
}

export interface ContextStep {
  readonly from: string;
  readonly context: number | null;
}

export interface ModelHistory {
  readonly id: ModelId;
  /** Full name as last known. */
  readonly name: string;
  readonly facts: Facts;
  readonly firstFacts: Facts;
  readonly isListed: boolean;
  readonly first: FirstListed;
  /** ISO time of the last capture that listed it. */
  readonly lastSeen: string;
  /** When it left for good; `null` while it is listed. */
  readonly gone: Between | null;
  readonly renamedFrom: ModelId | null;
  readonly renamedTo: ModelId | null;
  /** As shown, tiny ones included, newest first. */
  readonly changes: readonly Change[];
  /** Changes of input or output price of at least one percent, newest first. */
  readonly moves: readonly ChangeOf<'price'>[];
  /** Oldest first, for a step chart; flips between time windows are left out. */
  readonly priceSteps: readonly PriceStep[];
  readonly contextSteps: readonly ContextStep[];
}

/** A model that the ledger knows and the capture does not list. */
export interface Retired {
  readonly id: ModelId;
  readonly name: string;
  /** As last known. */
  readonly facts: Facts;
  readonly prices: Prices;
  readonly first: FirstListed;
  readonly lastSeen: string;
  readonly gone: Between;
  /** Whole days from `first.since` to `lastSeen`. */
  readonly lifeDays: number;
  /** `YYYY-MM-DD` that had been announced. */
  readonly announced: string | null;
  readonly renamedTo: ModelId | null;
  readonly successor: Successor | null;
}

export interface Stability {
  readonly moves: number;
  /** `null` for a model known for less than 30 days: too little to tell. */
  readonly movesPerYear: number | null;
  /** Whole days from the last move to now; `null` without any. */
  readonly daysSinceLast: number | null;
  readonly worstRise: ChangeOf<'price'> | null;
  /** Moves that made it dearer, those from free to paid included. */
  readonly rises: number;
  /** How often input or output changed by a percent and was back within three days: no moves. */
  readonly briefMoves: number;
  /** Changes from or to a price that is no number: no moves. */
  readonly unmeasured: number;
}

/** What removals tell since upstream has expiration dates. Renames are none. */
export interface Removals {
  /** Every time that a model left the list, short absences included. */
  readonly total: number;
  /** How many of them had been announced. */
  readonly announced: number;
  /** How many were back within a week. */
  readonly brief: number;
}

export interface ChangesQuery {
  /** ISO date or time, inclusive. */
  readonly from?: string;
  /** ISO time, exclusive. */
  readonly after?: string;
  /** ISO date (the whole day) or time, inclusive. */
  readonly to?: string;
  readonly kinds?: readonly ChangeKind[];
  /** Also numbers that changed by less than one percent. */
  readonly includeTiny?: boolean;
  /** Leave out what captures more than a week apart cannot date. */
  readonly datedOnly?: boolean;
}

/** Two years of changes, folded and indexed, as of one capture. */
export interface History {
  /** ISO time of the ledger's first capture; `null`: there is no history for this time. */
  readonly since: string | null;
  /** ISO time: the "now" of every answer. */
  readonly now: string;
  readonly captures: readonly CaptureRecord[];
  /** Lines of events, before folding. */
  readonly eventCount: number;
  readonly historyOf: (id: ModelId) => ModelHistory | null;
  /** Newest first, then by id. */
  readonly changes: (query?: ChangesQuery) => readonly Change[];
  /** Dated changes of the last so many days before now. What the capture of just so many days ago found had happened before. */
  readonly recent: (
    days: number,
    query?: Omit<ChangesQuery, 'from' | 'after' | 'to' | 'datedOnly'>,
  ) => readonly Change[];
  /** The last to go first. */
  readonly retiredModels: () => readonly Retired[];
  readonly retired: (id: ModelId) => Retired | null;
  /** What to use instead of a model, listed or not. */
  readonly successorOf: (id: ModelId) => Successor | null;
  readonly stability: (id: ModelId) => Stability | null;
  readonly removals: () => Removals;
  readonly months: () => readonly Month[];
  /** What the last capture up to an ISO time listed; `null` before the first. */
  readonly replayAt: (
    time: string,
  ) => { readonly capturedAt: string; readonly rows: ReadonlyMap<ModelId, Facts> } | null;
}

/** Too little time to speak of moves a year. */
const LEAST_DAYS_OF_RATE = 30;
const DAYS_A_YEAR = 365.25;

/** Indexes the blocks of a ledger for pages and feeds. */
export function historyFrom(blocks: readonly Block[], now: string): History {
  const { tracks, state } = readTracks(blocks);
  const changesById = new Map([...tracks].map(([id, track]) => [id, foldTrack(id, track)]));
  const all = [...changesById.values()].flat().sort(newestFirst);
  const renamedTo = (id: ModelId): ModelId | null => tracks.get(id)?.at(-1)?.renamedTo ?? null;

  const historyOf = memo((id: ModelId): ModelHistory | null => {
    const track = tracks.get(id);
    return track ? modelHistory(id, track, changesById.get(id) ?? [], state) : null;
  });
  const successor = memo((id: ModelId) => successorOf(id, state.rows, renamedTo));
  const retired = memo((id: ModelId): Retired | null => {
    const known = historyOf(id);
    return known?.gone ? retiredModel(known, known.gone, successor(id)) : null;
  });
  const changes = (query: ChangesQuery = {}): readonly Change[] => all.filter(matcher(query));
  const retiredModels = once(() =>
    [...tracks.keys()]
      .flatMap((id) => retired(id) ?? [])
      .sort((a, b) => compareText(b.lastSeen, a.lastSeen) || compareText(a.id, b.id)),
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
    successorOf: successor,
    stability: (id) => {
      const known = historyOf(id);
      return known && stabilityOf(known, now);
    },
    removals: once(() => removalsAmong(tracks.values())),
    months: once(() => monthsOf(blocks, all)),
    replayAt: (time) => replayAt(blocks, time),
  };
}

function modelHistory(
  id: ModelId,
  track: Track,
  changes: readonly Change[],
  state: LedgerState,
): ModelHistory {
  const [start] = track;
  const last = track.at(-1) ?? start;
  const lastGone = track.findLast((step) => !step.isListed);
  const row = state.rows.get(id);
  return {
    id,
    name: nameOf(last.facts),
    facts: last.facts,
    firstFacts: start.facts,
    isListed: last.isListed,
    first: firstListed(start),
    lastSeen: last.isListed ? (seenLast(state, row?.seenIn) ?? last.by) : (lastGone?.after ?? last.by),
    gone: last.isListed || !lastGone ? null : betweenOf(lastGone),
    renamedFrom: start.events.flatMap((event) => (event.kind === 'renamed' ? [event.from] : []))[0] ?? null,
    renamedTo: last.renamedTo,
    changes: [...changes].reverse(),
    moves: changes.filter(isMove).reverse(),
    priceSteps: priceSteps(id, track, changes),
    contextSteps: contextSteps(track),
  };
}

function seenLast({ last }: LedgerState, seenIn: 'text' | 'all' | undefined): string | null {
  return seenIn === 'all' ? (last.all ?? last.any) : last.any;
}

function firstListed(start: Step): FirstListed {
  const isBaseline = start.events.some(({ kind }) => kind === 'baseline');
  const { created } = start.facts;
  const added = created == null ? start.by : new Date(created * 1000).toISOString();
  const since = isBaseline && added < start.by ? added : start.by;
  return { between: betweenOf(start), isBaseline, since };
}

function isMove(change: Change): change is ChangeOf<'price'> {
  return change.kind === 'price' && change.move !== null && isWorthTelling(change.move);
}

function priceSteps(id: ModelId, track: Track, changes: readonly Change[]): readonly PriceStep[] {
  const brief = new Set(
    changes.flatMap((change) => (change.kind === 'absent' ? [change.since, change.between.by] : [])),
  );
  const steps: PriceStep[] = [];
  for (const [index, step] of track.entries()) {
    const isPriced = index === 0 || step.events.some((event) => event.kind === 'price' && !event.window);
    const previous = steps.at(-1);
    const isListed = step.isListed || brief.has(step.by);
    if (previous && !isPriced && previous.isListed === isListed) continue;
    // After a flip between time windows the facts hold the other window's price: what was drawn last still stands.
    const prices = previous && !isPriced ? previous.prices : pricesOf(id, step.facts);
    steps.push({ from: step.by, prices, isListed });
  }
  return steps;
}

function contextSteps(track: Track): readonly ContextStep[] {
  const steps: ContextStep[] = [];
  for (const { by, facts } of track) {
    const context = facts.context ?? null;
    if (steps.at(-1)?.context !== context || steps.length === 0) steps.push({ from: by, context });
  }
  return steps;
}

function retiredModel(known: ModelHistory, gone: Between, successor: Successor | null): Retired {
  const { id, name, facts, first, lastSeen, renamedTo } = known;
  return {
    id,
    name,
    facts,
    prices: pricesOf(id, facts),
    first,
    lastSeen,
    gone,
    lifeDays: Math.floor(daysBetween(first.since, lastSeen)),
    announced: facts.expiration ?? null,
    renamedTo,
    successor,
  };
}

function stabilityOf({ moves, changes, first, lastSeen, isListed }: ModelHistory, now: string): Stability {
  const end = isListed ? now : lastSeen;
  const days = daysBetween(first.between.by, end);
  const rises = moves.filter(({ move }) => move?.direction === 'rise');
  const worst = rises.reduce<ChangeOf<'price'> | null>(
    (worstSoFar, rise) => ((rise.move?.ratio ?? 0) > (worstSoFar?.move?.ratio ?? 0) ? rise : worstSoFar),
    null,
  );
  const [latest] = moves;
  return {
    moves: moves.length,
    movesPerYear: days < LEAST_DAYS_OF_RATE ? null : (moves.length / days) * DAYS_A_YEAR,
    daysSinceLast: latest ? Math.floor(daysBetween(latest.between.by, now)) : null,
    worstRise: worst,
    rises: moves.filter(({ move }) => move?.direction === 'rise' || move?.direction === 'became-paid').length,
    briefMoves: briefMovesAmong(changes),
    unmeasured: changes.filter((change) => change.kind === 'price' && change.move?.direction === 'other')
      .length,
  };
}

/** Input and output that went and came back at overlapping times did so once. */
function briefMovesAmong(changes: readonly Change[]): number {
  const spans = changes
    .filter((change) => change.kind === 'blip')
    .filter(({ lines }) => lines.some(({ key, ratio }) => isMainKey(key) && !isTinyRatio(ratio)))
    .sort((a, b) => compareText(a.since, b.since));
  let [times, end] = [0, ''];
  for (const { since, between } of spans) {
    if (since >= end) times += 1;
    if (between.by > end) end = between.by;
  }
  return times;
}

function isMainKey(key: PriceKey): boolean {
  return key === 'input' || key === 'output';
}

function removalsAmong(tracks: Iterable<Track>): Removals {
  let [total, announced, brief] = [0, 0, 0];
  for (const track of tracks) {
    const brieflyGone = new Set(findAbsences(track).values());
    for (const step of track) {
      const { expiration } = step.facts;
      // A row that does not say is from before expiration dates existed.
      if (expiration === undefined || !step.events.some(({ kind }) => kind === 'removed')) continue;
      total += 1;
      if (expiration !== null) announced += 1;
      if (brieflyGone.has(step)) brief += 1;
    }
  }
  return { total, announced, brief };
}

function replayAt(blocks: readonly Block[], time: string): ReturnType<History['replayAt']> {
  const state = emptyState();
  for (const block of blocks) {
    if (block.capture.at > time) break;
    applyBlock(state, block);
  }
  return state.last.any === null ? null : { capturedAt: state.last.any, rows: listedRows(state) };
}

function matcher({
  from,
  after,
  to,
  kinds,
  includeTiny,
  datedOnly,
}: ChangesQuery): (change: Change) => boolean {
  // A date as the end means all of its day.
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function memo<T>(compute: (id: ModelId) => T): (id: ModelId) => T {
  const known = new Map<ModelId, T>();
  return (id) => {
    const answer = known.has(id) ? (known.get(id) as T) : compute(id);
    known.set(id, answer);
    return answer;
  };
}

function once<T>(compute: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: compute() }).value;
}
