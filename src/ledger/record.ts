import type { Facts, TierFacts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import type { Scope } from '../catalog/snapshot.ts';

/** The version of the ledger's format that this code writes and reads: see docs/ledger.md. */
export const LEDGER_VERSION = 1;

/** The first line of every file. */
export interface LedgerHeader {
  readonly kind: 'ledger';
  readonly version: typeof LEDGER_VERSION;
}

/** A fact that upstream did not know for any row before some capture: a price key, or tiers as such. */
export type PriceField = PriceKey | 'tiers';

/** One capture that was compared with the ledger; the events found by it follow on the next lines. */
export interface CaptureRecord {
  readonly kind: 'capture';
  /** ISO time. */
  readonly at: string;
  readonly scope: Scope;
  /** Models that the capture lists. */
  readonly rows: number;
  /** How many event lines follow. */
  readonly events: number;
  /** Price fields that no earlier capture knew. */
  readonly fields?: readonly PriceField[];
}

/** Where and when: it happened after the capture of `after` (`null` for the very first) and no later than that of `by`. */
export interface Occurrence {
  readonly by: string;
  readonly after: string | null;
  readonly scope: Scope;
  readonly id: ModelId;
}

/** A number or date that changed; `null` means that upstream said there is none. */
interface Replaced<T> {
  readonly old: T;
  readonly new: T;
}

interface Exchanged {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What happened.
 * - `baseline`: first met, without having been added then. `learned`: unknown before, known now. Neither is a change.
 * - `returned`, `renamed`: the facts are those last known (of `from`), and what differs follows in events of its own.
 * - `price`: decimal text in US dollars per single unit; `null` is "not given". `window`: both are prices of the row's time
 *   windows, so that only the time of the capture differs.
 * - `identity`: upstream put another model behind the id, or corrected its papers. Kept for replay.
 */
export type EventBody =
  | { readonly kind: 'baseline' | 'added'; readonly facts: Facts }
  | { readonly kind: 'removed' | 'returned' }
  | { readonly kind: 'renamed'; readonly from: ModelId }
  | { readonly kind: 'learned'; readonly facts: Partial<Facts> }
  | ({ readonly kind: 'price'; readonly key: PriceKey; readonly window?: true } & Replaced<string | null>)
  | ({ readonly kind: 'tiers' } & Replaced<readonly TierFacts[]>)
  | ({ readonly kind: 'context' | 'maxOutput' } & Replaced<number | null>)
  | ({ readonly kind: 'modality'; readonly side: 'input' | 'output' } & Exchanged)
  | ({ readonly kind: 'parameters' } & Exchanged)
  | ({ readonly kind: 'name' } & Replaced<string>)
  | ({ readonly kind: 'expiration' } & Replaced<string | null>)
  | ({ readonly kind: 'retargeted' } & Replaced<ModelId>)
  | ({ readonly kind: 'identity'; readonly field: 'created' } & Replaced<number | null>)
  | ({ readonly kind: 'identity'; readonly field: 'permanentSlug' } & Replaced<string | null>);

export type LedgerEvent = Occurrence & EventBody;
export type LedgerRecord = LedgerHeader | CaptureRecord | LedgerEvent;

/** A capture and the events found by it: what is added to the ledger at once. */
export interface Block {
  readonly capture: CaptureRecord;
  readonly events: readonly LedgerEvent[];
}

/** What the ledger needs of a capture: its rows in our own words. */
export interface CapturedFacts {
  /** ISO time. */
  readonly capturedAt: string;
  readonly scope: Scope;
  readonly rows: ReadonlyMap<ModelId, Facts>;
  /** Rows that were there and could not be read: nothing is said of them, so they are neither changed nor gone. */
  readonly unread?: ReadonlySet<ModelId>;
  /** Price fields that upstream knew by then; read from the rows when left out. */
  readonly fields?: ReadonlySet<PriceField>;
}
