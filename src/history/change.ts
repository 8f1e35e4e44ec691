import type { Decimal } from '../catalog/decimal.ts';
import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Move, PriceLine } from '../catalog/price-change.ts';
import type { Tier } from '../catalog/price.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { Announcement } from '../catalog/announcement.ts';

/** When something happened, as far as captures can tell. */
export interface Between {
  /** ISO time of the last capture in which it had not happened. */
  readonly after: string | null;
  /** ISO time of the capture that found it: the day under which it is shown. */
  readonly by: string;
  /** Whether the two are close enough to call `by` its date; otherwise show "some time between". */
  readonly isDated: boolean;
}

export interface Exchange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface ChangeMeta {
  /** Unique and the same in every build: for feeds and anchors. */
  readonly key: string;
  readonly id: ModelId;
  /** The model's full name as of then. */
  readonly name: string;
  readonly isAlias: boolean;
  readonly between: Between;
  readonly scope: Scope;
  /** Numbers of which none changed by one percent: hidden unless asked for. */
  readonly isTiny: boolean;
}

/** A value that is another one than before. */
export type Difference =
  | {
      readonly kind: 'price';
      readonly lines: readonly PriceLine[];
      /** `null` when no price changed that the whole is measured on. */
      readonly move: Move | null;
    }
  | { readonly kind: 'tiers'; readonly old: readonly Tier[]; readonly new: readonly Tier[] }
  | {
      readonly kind: 'context' | 'maxOutput';
      readonly old: number | null;
      readonly new: number | null;
      /** New ÷ old; `null` unless both are above zero. */
      readonly ratio: Decimal | null;
    }
  | { readonly kind: 'modality'; readonly input: Exchange; readonly output: Exchange }
  | { readonly kind: 'parameters'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'name'; readonly old: string; readonly new: string }
  | {
      readonly kind: 'expiration';
      readonly action: 'set' | 'moved' | 'withdrawn';
      readonly old: string | null;
      readonly new: string | null;
    }
  | { readonly kind: 'retargeted'; readonly old: ModelId; readonly new: ModelId };

/**
 * What a change is, after folding.
 * - `absent`: not listed for a week at most; what differs afterwards are changes of their own.
 * - `returned`: back after longer. `since` is the time of the capture that first missed it, `lastListed` that of the last one
 *   before. What differs was changed while it was not listed: nobody knows when, so that `meanwhile` has no percents.
 * - `reversion`: prices that were back to what they were within three days.
 */
export type ChangeBody =
  | Difference
  | { readonly kind: 'added'; readonly facts: Facts }
  | {
      readonly kind: 'removed';
      /** As last known. */
      readonly facts: Facts;
      readonly announced: Announcement;
    }
  | {
      readonly kind: 'returned';
      readonly since: string;
      readonly lastListed: string;
      readonly facts: Facts;
      readonly meanwhile: readonly Difference[];
    }
  | { readonly kind: 'absent'; readonly since: string; readonly days: number }
  | { readonly kind: 'renamed'; readonly from: ModelId }
  | {
      readonly kind: 'reversion';
      readonly since: string;
      readonly lines: readonly PriceLine[];
      readonly tiers: boolean;
      /** Whether a price was among them that the whole is measured on. */
      readonly isMeasured: boolean;
    };

/** One change as pages and feeds show it. */
export type Change = ChangeMeta & ChangeBody;
export type ChangeKind = Change['kind'];
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>;
export type DifferenceOf<K extends Difference['kind']> = Extract<Difference, { kind: K }>;
