import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import { isMainPriceKey } from '../catalog/price-keys.ts';
import { readPrices, type Prices } from '../catalog/price.ts';
import { announcementOf, type Announcement } from '../catalog/announcement.ts';
import type { Between, Change, ChangeOf } from './change.ts';
import { differencesIn } from './differences.ts';
import { findAbsences, findReversions, shortAbsenceSteps } from './reversions.ts';
import { betweenOf, foldChanges, nameOf, type Reading } from './fold.ts';
import { isSignificant } from '../catalog/price-change.ts';
import { priceRangesOf, type PriceRanges } from './price-ranges.ts';
import { recordedSince, type RecordedSince } from './recorded-since.ts';
import { shownPrices } from './shown-prices.ts';
import type { Successor } from './successor.ts';
import { termSteps, type TermStep } from './term-steps.ts';
import { daysBetween } from './time.ts';
import type { Step, Track } from '../ledger/ledger.ts';
import type { PriceField } from '../ledger/kinds/kind.ts';

/** When a model was first observed. */
export interface FirstListed {
  readonly between: Between;
  /** It may have been listed earlier: it was in the first capture, or in the first one of a wider scope. */
  readonly isBaseline: boolean;
  /** ISO time: `between.by`, or for a baseline upstream's own time of addition if that is earlier. */
  readonly since: string;
}

/** The prices from `from` until the next step. */
export interface PriceStep {
  readonly from: string;
  readonly prices: Prices;
  /** `false`: not listed for more than a week from then on. */
  readonly isListed: boolean;
}

interface ContextStep {
  readonly from: string;
  readonly context: number | null;
}

export interface ModelHistory {
  readonly id: ModelId;
  /** Last known full name. */
  readonly name: string;
  readonly facts: Facts;
  readonly firstFacts: Facts;
  /** Whether the last capture lists it. If not, and `gone` is `null`, it was not asked for. */
  readonly isListed: boolean;
  readonly first: FirstListed;
  /** ISO time of the last capture that listed it. */
  readonly lastSeen: string;
  /** When it was retired; `null` while it is listed or not asked for. */
  readonly gone: Between | null;
  /** Whole days between the first and the last capture of each period in the list; absences do not count. */
  readonly daysListed: number;
  readonly renamedTo: ModelId | null;
  /** As shown, tiny changes included, newest first. */
  readonly changes: readonly Change[];
  /** Price changes of at least one percent, newest first. */
  readonly moves: readonly ChangeOf<'price'>[];
  /** `moves`, and returns with another price, which have no date and no percentage. */
  readonly priceChanges: readonly (ChangeOf<'price'> | ChangeOf<'returned'>)[];
  /** Oldest first, for a step chart; changes between time windows are left out. */
  readonly priceSteps: readonly PriceStep[];
  readonly contextSteps: readonly ContextStep[];
  /** Prices, tiers and limits together, oldest first. */
  readonly termSteps: readonly TermStep[];
  readonly recordedSince: RecordedSince;
  /** Of all prices shown while it was listed, without short swings and changes between time windows. */
  readonly priceRanges: PriceRanges;
}

/** A model in the ledger that the last capture covers but does not list. */
export interface Retired extends Pick<
  ModelHistory,
  'id' | 'name' | 'facts' | 'first' | 'lastSeen' | 'daysListed' | 'renamedTo'
> {
  readonly prices: Prices;
  readonly gone: Between;
  readonly announced: Announcement;
  readonly successor: Successor | null;
}

/**
 * The day on which a model counts as retired, `YYYY-MM-DD`: that of the first capture without it, which is
 * later than the last one with it.
 */
export function retiredOn({ gone }: Pick<Retired, 'gone'>): string {
  return gone.by.slice(0, 10);
}

/** Applies the reading rules to the ledger's steps of one id. */
export function readTrack(id: ModelId, track: Track): Reading & { readonly changes: readonly Change[] } {
  const absences = findAbsences(track);
  const reversions = findReversions(track, absences);
  const reading = { id, absences, reversions, steps: shownPrices(track, reversions) };
  return { ...reading, changes: foldChanges(reading) };
}

/**
 * `seen` is the ISO time of the last capture that listed the model, if it was not removed. `isListed`:
 * whether that is the last capture. `fieldsSince` is the time of the first capture with each price field.
 */
export function modelHistory(
  track: Track,
  reading: ReturnType<typeof readTrack>,
  {
    seen,
    isListed,
    fieldsSince,
  }: {
    readonly seen: string;
    readonly isListed: boolean;
    readonly fieldsSince: ReadonlyMap<PriceField, string>;
  },
): ModelHistory {
  const { id, changes } = reading;
  const [start] = track;
  const last = track.at(-1) ?? start;
  const [lastSeen, gone] = last.isListed ? [seen, null] : [lastListedAt(last, start), betweenOf(last)];
  return {
    id,
    name: nameOf(last.facts),
    facts: last.facts,
    firstFacts: start.facts,
    isListed,
    first: firstListed(start),
    lastSeen,
    gone,
    daysListed: Math.floor(daysListed(track, lastSeen)),
    renamedTo: last.renamedTo,
    changes: changes.toReversed(),
    moves: changes.filter(isMove).reverse(),
    priceChanges: changes.filter((change) => isMove(change) || isPricedMeanwhile(change)).reverse(),
    priceSteps: priceSteps(reading),
    contextSteps: contextSteps(track),
    termSteps: termSteps(reading),
    recordedSince: recordedSince(track, fieldsSince),
    priceRanges: priceRangesOf(id, reading.steps),
  };
}

export function retiredModel(known: ModelHistory, gone: Between, successor: Successor | null): Retired {
  const { id, facts, lastSeen } = known;
  return {
    ...known,
    prices: readPrices(id, facts),
    gone,
    announced: announcementOf(facts, lastSeen),
    successor,
  };
}

/** The last capture that listed a model that is missing at a step. */
function lastListedAt({ after, by }: Step, start: Step): string {
  const listed = after ?? by;
  return listed > start.by ? listed : start.by;
}

function daysListed(track: Track, end: string): number {
  let [days, from]: [number, string | null] = [0, null];
  for (const step of track) {
    if (step.isListed) from ??= step.by;
    else if (from !== null) {
      days += Math.max(0, daysBetween(from, step.after ?? step.by));
      from = null;
    }
  }
  return from === null ? days : days + daysBetween(from, end);
}

function firstListed(start: Step): FirstListed {
  const isBaseline = start.events.some(({ kind }) => kind === 'baseline');
  const { created } = start.facts;
  const added = created == null ? start.by : new Date(created * 1000).toISOString();
  const since = isBaseline && added < start.by ? added : start.by;
  return { between: betweenOf(start), isBaseline, since };
}

/** Whether a model returned with another input or output price. */
export function isPricedMeanwhile(change: Change): change is ChangeOf<'returned'> {
  return (
    change.kind === 'returned' &&
    differencesIn(change, 'price').some(({ lines }) => lines.some(({ key }) => isMainPriceKey(key)))
  );
}

function isMove(change: Change): change is ChangeOf<'price'> {
  return change.kind === 'price' && change.move !== null && isSignificant(change.move);
}

function priceSteps({ id, steps: shown, absences }: Reading): readonly PriceStep[] {
  const shortAbsences = shortAbsenceSteps(absences);
  const steps: PriceStep[] = [];
  for (const { step, drawn, changed } of shown) {
    const isPriced =
      changed.length > 0 || step.events.some((event) => event.kind === 'price' && !event.window);
    const previous = steps.at(-1);
    const isListed = step.isListed || shortAbsences.has(step);
    if (previous && !isPriced && previous.isListed === isListed) continue;
    steps.push({ from: step.by, prices: readPrices(id, { ...step.facts, prices: drawn }), isListed });
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
