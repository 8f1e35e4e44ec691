import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { PriceField } from './kinds/kind.ts';
import type { EventBody } from './kinds/registry.ts';
import type { Occurrence } from './known-row.ts';

/** The version of the ledger format: see docs/ledger.md. */
export const LEDGER_VERSION = 1;

/** The first line of every file. */
interface LedgerHeader {
  readonly kind: 'ledger';
  readonly version: typeof LEDGER_VERSION;
}

/** One compared capture. Its events follow on the next lines. */
export interface CaptureRecord {
  readonly kind: 'capture';
  /** ISO time. */
  readonly at: string;
  readonly scope: Scope;
  /** Number of models in the capture. */
  readonly rows: number;
  /** Number of event lines that follow. */
  readonly events: number;
  /** Price fields that are new with this capture. */
  readonly fields?: readonly PriceField[];
}

export type LedgerEvent = Occurrence & EventBody;
export type LedgerRecord = LedgerHeader | CaptureRecord | LedgerEvent;

/** A capture and its events: the unit that is appended to the ledger. */
export interface Block {
  readonly capture: CaptureRecord;
  readonly events: readonly LedgerEvent[];
}

/** The parts of a capture that the ledger needs. */
export interface CapturedFacts {
  /** ISO time. */
  readonly capturedAt: string;
  readonly scope: Scope;
  readonly rows: ReadonlyMap<ModelId, Facts>;
  /** Ids of unreadable rows. Their state is unknown, so they count as neither changed nor removed. */
  readonly unread?: ReadonlySet<ModelId>;
  /** Price fields that upstream supported by then; derived from the rows by default. */
  readonly fields?: ReadonlySet<PriceField>;
}
