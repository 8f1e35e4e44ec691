import type { PriceText } from '../catalog/facts.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../catalog/price-keys.ts';
import { isSamePriceToRead } from '../catalog/price-change.ts';
import type { Reversion } from './reversions.ts';
import type { LedgerEvent } from '../ledger/record.ts';
import { isWindowPrice } from '../ledger/time-windows.ts';
import type { Step, Track } from '../ledger/ledger.ts';

/**
 * The prices of one step as shown to readers, as upstream's text. If a reading rule hides a price, the price
 * that was shown last stays until another one is shown.
 */
export interface ShownStep {
  readonly step: Step;
  readonly before: PriceText;
  readonly after: PriceText;
  /** The keys whose shown price differs after the step. */
  readonly changed: readonly PriceKey[];
  /** The prices for charts: with reversions, without changes between time windows. */
  readonly drawn: PriceText;
}

/** A price that is shown instead of the one in the facts. */
interface Held {
  readonly text: string | null;
  /**
   * `true`: the facts hold the price of another time window. `false`: they hold a price that reverted, or the
   * same price with other digits.
   */
  readonly isWindow: boolean;
}

type PriceEvent = Extract<LedgerEvent, { kind: 'price' }>;

/** The shown prices of each step, in order. */
export function shownPrices(track: Track, reversions: readonly Reversion[]): readonly ShownStep[] {
  const held = new Map<PriceKey, Held>();
  return track.map((step): ShownStep => {
    // A newly observed model has no previously shown prices.
    if (step.events.some(({ kind }) => kind === 'baseline' || kind === 'added')) held.clear();
    const before = withHeld(step.before?.prices ?? {}, held);
    const changed = new Set<PriceKey>();
    for (const event of step.events) {
      if (event.kind === 'price' && readEvent(event, step, before, reversions, held)) changed.add(event.key);
    }
    for (const key of endedWindows(step, reversions, held)) {
      held.delete(key);
      if (!isSamePriceToRead(before[key] ?? null, step.facts.prices[key] ?? null)) changed.add(key);
    }
    return {
      step,
      before,
      after: withHeld(step.facts.prices, held),
      changed: PRICE_KEY_ORDER.filter((key) => changed.has(key)),
      drawn: withHeld(step.facts.prices, new Map([...held].filter(([, { isWindow }]) => isWindow))),
    };
  });
}

/** Whether the event changes the shown price. Otherwise the price shown so far is held. */
function readEvent(
  event: PriceEvent,
  step: Step,
  before: PriceText,
  reversions: readonly Reversion[],
  held: Map<PriceKey, Held>,
): boolean {
  const { key } = event;
  const text = before[key] ?? null;
  const reversion = reversionAt(step, key, reversions);
  if (event.window || reversion) {
    if (!held.has(key)) held.set(key, { text, isWindow: event.window === true });
    if (reversion?.last === step && held.get(key)?.isWindow === false) held.delete(key);
    return false;
  }
  held.delete(key);
  if (!isSamePriceToRead(text, event.new)) return true;
  if (text !== event.new) held.set(key, { text, isWindow: false });
  return false;
}

/** Keys held for a time window that the row no longer has, or whose held price is in the facts again. */
function endedWindows(
  { by, facts }: Step,
  reversions: readonly Reversion[],
  held: ReadonlyMap<PriceKey, Held>,
): readonly PriceKey[] {
  return [...held].flatMap(([key, { text, isWindow }]) => {
    const isOver = !isWindowPrice(key, text, facts) || isSamePriceToRead(text, facts.prices[key] ?? null);
    return isWindow && isOver && !reversionAt({ by }, key, reversions) ? [key] : [];
  });
}

function reversionAt(
  { by }: Pick<Step, 'by'>,
  key: PriceKey,
  reversions: readonly Reversion[],
): Reversion | undefined {
  return reversions.find(
    (reversion) => reversion.key === key && reversion.first.by <= by && by <= reversion.last.by,
  );
}

function withHeld(prices: PriceText, held: ReadonlyMap<PriceKey, Held>): PriceText {
  const shown: Partial<Record<PriceKey, string>> = {};
  for (const key of PRICE_KEY_ORDER) {
    const text = held.has(key) ? held.get(key)?.text : prices[key];
    if (text != null) shown[key] = text;
  }
  return shown;
}
