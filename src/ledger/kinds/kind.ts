import type { z } from 'zod';
import type { Facts, PriceText } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';
import type { PriceKey } from '../../catalog/price-keys.ts';
import type { KnownRow, Occurrence } from '../known-row.ts';
import type { ChangeTopic } from './topics.ts';
import type { ChangeLine, ChangeWords } from './words.ts';

/** A field that upstream did not support before some capture: a price key, or tiers as a whole. */
export type PriceField = PriceKey | 'tiers';

/** The schemas of an event's own fields on a line, without its kind, model and times. */
type LineShape<Event> = Event extends unknown
  ? { readonly [P in keyof Event]-?: z.ZodType<Event[P]> }
  : never;

/** How the ledger keeps one fact. */
export interface FactField<T> {
  readonly schema: z.ZodType<T>;
  /**
   * The normal form in which the ledger keeps and compares the fact; `undefined` for a value that means
   * absence.
   */
  readonly normalize: (value: T) => T | undefined;
  /** The value learned with this capture, or `undefined`. By default, a value that was missing before. */
  readonly learn?: (old: Facts, now: Facts, newFields: readonly PriceField[]) => T | undefined;
}

/** How a kind of change is presented. `Shown` holds the values to show, without the kind. */
export interface Presentation<Shown> {
  readonly topic: ChangeTopic;
  /** Sorts changes that happened at once: feeds show lower weights first. */
  readonly weight: number;
  /** Whether all of its numbers changed by less than one percent: hidden by default. */
  readonly isTiny: (shown: Shown) => boolean;
  /** Whether the model is or will be removed, so that feeds name a possible replacement. */
  readonly isRemoval: (shown: Shown) => boolean;
  /** On pages. */
  readonly lines: (shown: Shown, id: ModelId) => readonly ChangeLine[];
  /** In feeds. */
  readonly words: (shown: Shown, id: ModelId) => ChangeWords;
}

/** What one capture found about a model, after the reading rules. */
export interface ReadStep {
  readonly id: ModelId;
  readonly isAlias: boolean;
  /** ISO times of the capture that found it and of the one before. */
  readonly after: string | null;
  readonly by: string;
  /** `null` if the model was unknown before. */
  readonly before: Facts | null;
  readonly facts: Facts;
  /** The prices shown to readers, before and after, and the keys that differ. */
  readonly prices: {
    readonly before: PriceText;
    readonly after: PriceText;
    readonly changed: readonly PriceKey[];
  };
  /** Its tiers changed and reverted within days. */
  readonly isTierReversion: boolean;
}

/** The values to show for one event, or for all events of the kind in one step. `null`: show nothing. */
type Show<Event, Shown> =
  | { readonly each: (event: Event, step: ReadStep) => Shown | null }
  | { readonly whole: (events: readonly Event[], step: ReadStep) => Shown | null };

export interface FactPresentation<Event, Shown> extends Presentation<Shown> {
  readonly show: Show<Event, Shown>;
  /** Whether the change is shown for an alias. An alias inherits all other facts from its target. */
  readonly isOfAlias: boolean;
  /**
   * The same change for a model that was not listed in the meantime. Its time is unknown, so it has no
   * percentage.
   */
  readonly undated: (shown: Shown) => Shown;
}

/** A kind of event about the facts of a listed model. */
export interface FactKind<Field extends keyof Facts, Event, Shown> {
  /** The facts of this kind. */
  readonly fields: { readonly [F in Field]: FactField<Required<Facts>[F]> };
  readonly lines: readonly LineShape<Event>[];
  /** The events between two sets of facts. */
  readonly diff: (old: Facts, now: Facts, newFields: readonly PriceField[]) => readonly Event[];
  /** The facts after an event; `null` if the event does not start from these facts. */
  readonly apply: (facts: Facts, event: Event) => Facts | null;
  /** `null`: kept for replay and never shown. */
  readonly shown: FactPresentation<Event, Shown> | null;
}

/** A kind of event about a whole model. `ledger/diff.ts` creates these. */
export interface ListingKind<Event, Shown> {
  readonly lines: readonly LineShape<Event>[];
  /** Applies an event to the rows; returns the problem if it cannot be applied. */
  readonly apply: (rows: Map<ModelId, KnownRow>, event: Occurrence & Event) => string | null;
  /** `null`: not a change, and never shown. */
  readonly shown:
    | (Presentation<Shown> & {
        readonly show: (event: Event, step: ReadStep) => Shown | null;
      })
    | null;
}

/** For kinds that are never about numbers or removals. */
export const PLAIN = { isTiny: () => false, isRemoval: () => false } as const;

/** For kinds of facts that an alias inherits and that have no percentage. */
export const PLAIN_FACT = { ...PLAIN, isOfAlias: false, undated: same } as const;

/** Identity function, for facts that need no normal form. */
export function same<T>(value: T): T {
  return value;
}
