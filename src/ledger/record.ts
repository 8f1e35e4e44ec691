import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { PriceField } from './kinds/kind.ts';
import type { EventBody } from './kinds/registry.ts';
import type { Occurrence } from './known-row.ts';

/** The version of the ledger's format that this code writes and reads: see docs/ledger.md. */
export const LEDGER_VERSION = 1;

/** The first line of every file. */
interface LedgerHeader {
  readonly kind: 'ledger';
  readonly version: typeof LEDGER_VERSION;
}

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
