import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { PriceField } from './kinds/kind.ts';
import { applyToRows } from './kinds/registry.ts';
import { isCovered, type KnownRow } from './known-row.ts';
import type { Block, CaptureRecord } from './record.ts';

/** The ledger's state at one moment. Applying a block changes it in place. */
export interface LedgerState {
  readonly rows: Map<ModelId, KnownRow>;
  readonly fields: Set<PriceField>;
  /** Times of the last capture of each scope, and of any scope. */
  readonly last: { text: string | null; all: string | null; any: string | null };
  /** Scope of the last capture. */
  scope: Scope | null;
}

/**
 * A block that contradicts the state. `event` is the event's position in the block, `null` for the capture
 * itself.
 */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
  readonly event: number | null;

  constructor(problem: string, event: number | null) {
    super(problem);
    this.event = event;
  }
}

export function emptyState(): LedgerState {
  return { rows: new Map(), fields: new Set(), last: { text: null, all: null, any: null }, scope: null };
}

/** The time of the last capture that would have listed the row. */
export function lastObservedAt(state: LedgerState, row: Pick<KnownRow, 'facts' | 'seenIn'>): string | null {
  return isCovered(row, 'text') ? state.last.any : (state.last.all ?? state.last.any);
}

/** The rows in the last capture. */
export function listedRows({ rows, scope }: Pick<LedgerState, 'rows' | 'scope'>): Map<ModelId, Facts> {
  const listed = new Map<ModelId, Facts>();
  if (scope === null) return listed;
  for (const [id, row] of rows) {
    if (row.isListed && isCovered(row, scope)) listed.set(id, row.facts);
  }
  return listed;
}

/** Advances the state by one capture. Throws `ReplayError` if the block contradicts the state. */
export function applyBlock(state: LedgerState, { capture, events }: Block): void {
  if (state.last.any !== null && capture.at <= state.last.any) {
    throw new ReplayError(
      `The capture of ${capture.at} does not come after that of ${state.last.any}.`,
      null,
    );
  }
  if (events.length !== capture.events) {
    throw new ReplayError(
      `The capture of ${capture.at} says that ${capture.events} events follow, but ${events.length} do.`,
      null,
    );
  }
  events.forEach((event, index) => {
    const problem =
      event.by === capture.at ? applyToRows(state.rows, event) : 'it does not belong to the capture above it';
    if (problem !== null)
      throw new ReplayError(`"${event.kind}" of ${event.id} does not fit: ${problem}.`, index);
  });
  noteCapture(state, capture);
  const listed = listedRows(state).size;
  if (listed !== capture.rows) {
    throw new ReplayError(
      `The capture of ${capture.at} says that it lists ${capture.rows} models, but the events up to it give ${listed}.`,
      null,
    );
  }
}

/** Advances everything but the rows by one capture. */
export function noteCapture(state: LedgerState, capture: CaptureRecord): void {
  state.last.any = capture.at;
  state.last[capture.scope] = capture.at;
  // A capture with scope `all` includes everything that scope `text` does.
  if (capture.scope === 'all') state.last.text = capture.at;
  state.scope = capture.scope;
  for (const field of capture.fields ?? []) state.fields.add(field);
}
