import type { z } from 'zod';
import type { Facts, PriceText } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';
import type { PriceKey } from '../../catalog/price-keys.ts';
import type { KnownRow, Occurrence } from '../known-row.ts';
import type { ChangeTopic } from './topics.ts';
import type { ChangeLine, ChangeWords } from './words.ts';

/** A fact that upstream did not know for any row before some capture: a price key, or tiers as such. */
export type PriceField = PriceKey | 'tiers';

/** The schemas of the fields that an event has on a line, besides its kind and where and when it was found. */
type LineShape<Event> = Event extends unknown
  ? { readonly [P in keyof Event]-?: z.ZodType<Event[P]> }
  : never;

/** How one fact is kept. */
export interface FactField<T> {
  readonly schema: z.ZodType<T>;
  /** The form in which the ledger keeps and compares it; `undefined` for what means the same as absence. */
  readonly normalize: (value: T) => T | undefined;
  /** What is known now and was not before, where that is more than "it was absent"; `undefined` for nothing. */
  readonly learn?: (old: Facts, now: Facts, newFields: readonly PriceField[]) => T | undefined;
}

/** How a kind of change is told to readers. `Shown` is what is shown of a change, without its kind. */
export interface Presentation<Shown> {
  readonly topic: ChangeTopic;
  /** Of several changes at once, feeds tell those of less weight first. */
  readonly weight: number;
  /** Whether it is about numbers of which none changed by one percent: hidden unless asked for. */
  readonly isTiny: (shown: Shown) => boolean;
  /** Whether it says that the model is or will be removed, so that feeds name a possible replacement. */
  readonly isRemoval: (shown: Shown) => boolean;
  /** On pages. */
  readonly lines: (shown: Shown, id: ModelId) => readonly ChangeLine[];
  /** In feeds. */
  readonly words: (shown: Shown, id: ModelId) => ChangeWords;
}

/** What one capture found out about a model, as the rules of reading leave it. */
export interface ReadStep {
  readonly id: ModelId;
  readonly isAlias: boolean;
  /** ISO times of the captures before and at which it was found out. */
  readonly after: string | null;
  readonly by: string;
  /** `null` when the model was not known. */
  readonly before: Facts | null;
  readonly facts: Facts;
  /** The prices that readers are shown, before and after, and the keys of those that differ. */
  readonly prices: {
    readonly before: PriceText;
    readonly after: PriceText;
    readonly changed: readonly PriceKey[];
  };
  /** Its tiers changed and were back within days. */
  readonly isTierReversion: boolean;
}

/** What is shown of one event, or of all events of the kind that one capture found about a model. `null`: nothing. */
type Show<Event, Shown> =
  | { readonly each: (event: Event, step: ReadStep) => Shown | null }
  | { readonly whole: (events: readonly Event[], step: ReadStep) => Shown | null };

export interface FactPresentation<Event, Shown> extends Presentation<Shown> {
  readonly show: Show<Event, Shown>;
  /** Whether it is told of an alias: all else an alias inherits from its target. */
  readonly isOfAlias: boolean;
  /** The same for a model that was not listed meanwhile: nobody knows when it changed, so that it has no percent. */
  readonly undated: (shown: Shown) => Shown;
}

/** A kind of event about facts of a listed model. */
export interface FactKind<Field extends keyof Facts, Event, Shown> {
  /** The facts that it keeps. */
  readonly fields: { readonly [F in Field]: FactField<Required<Facts>[F]> };
  readonly lines: readonly LineShape<Event>[];
  /** The events that lead from one set of facts to the next. */
  readonly diff: (old: Facts, now: Facts, newFields: readonly PriceField[]) => readonly Event[];
  /** The facts after an event; `null` when it does not start from these facts. */
  readonly apply: (facts: Facts, event: Event) => Facts | null;
  /** `null`: it is kept for replay and never shown. */
  readonly shown: FactPresentation<Event, Shown> | null;
}

/** A kind of event about a model as a whole. `ledger/diff.ts` finds these. */
export interface ListingKind<Event, Shown> {
  readonly lines: readonly LineShape<Event>[];
  /** Moves the rows past an event; otherwise says why it cannot be. */
  readonly apply: (rows: Map<ModelId, KnownRow>, event: Occurrence & Event) => string | null;
  /** `null`: it is no change, and never shown. */
  readonly shown:
    | (Presentation<Shown> & {
        readonly show: (event: Event, step: ReadStep) => Shown | null;
      })
    | null;
}

/** For kinds that are never about numbers or removals. */
export const PLAIN = { isTiny: () => false, isRemoval: () => false } as const;

/** For kinds of facts that an alias inherits and that have no percent. */
export const PLAIN_FACT = { ...PLAIN, isOfAlias: false, undated: same } as const;

/** For facts that are kept as they are. */
export function same<T>(value: T): T {
  return value;
}
