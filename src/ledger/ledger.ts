import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { KnownRow } from './known-row.ts';
import type { Block, LedgerEvent } from './record.ts';
import { applyBlock, emptyState, listedRows, noteCapture, type LedgerState } from './state.ts';

/** What one capture found about one id, and the row after it. */
export interface Step extends KnownRow {
  readonly by: string;
  readonly after: string | null;
  readonly scope: Scope;
  readonly events: readonly LedgerEvent[];
  /** `null` if the id was unknown. */
  readonly before: Facts | null;
  /** The new id of the model. */
  readonly renamedTo: ModelId | null;
}

/** All steps of one id in the ledger, oldest first; never empty. */
export type Track = readonly [Step, ...Step[]];

/**
 * The replayed ledger: its blocks in order of time, the track of each id, and the state after the last block.
 * `extend` replays a block and changes the ledger in place. Earlier states are looked up in the tracks.
 */
export interface Ledger {
  readonly blocks: Block[];
  readonly tracks: Map<ModelId, [Step, ...Step[]]>;
  readonly state: LedgerState;
}

export function emptyLedger(): Ledger {
  return { blocks: [], tracks: new Map(), state: emptyState() };
}

/** Advances the ledger by one capture. Throws `ReplayError` if the block contradicts the state. */
export function extend({ blocks, tracks, state }: Ledger, block: Block): void {
  const byId = Map.groupBy(block.events, ({ id }) => id);
  const before = new Map([...byId.keys()].map((id) => [id, state.rows.get(id)?.facts ?? null]));
  applyBlock(state, block);
  blocks.push(block);
  const push = (id: ModelId, step: Step): void => {
    const track = tracks.get(id);
    if (track) track.push(step);
    else tracks.set(id, [step]);
  };
  for (const [id, events] of byId) {
    const [first] = events;
    const row = state.rows.get(id);
    if (!first || !row) continue;
    const { by, after, scope } = first;
    const renamed = events.find((event) => event.kind === 'renamed');
    const old = renamed && state.rows.get(renamed.from);
    if (renamed && old) {
      push(renamed.from, { ...old, by, after, scope, events: [], before: old.facts, renamedTo: id });
    }
    const known = old?.facts ?? before.get(id) ?? null;
    push(id, { ...row, by, after, scope, events, before: known, renamedTo: null });
  }
}

/** A copy of the ledger as it was at a time (ISO), without the captures after it. */
export function ledgerUntil(ledger: Ledger, time: string): Ledger {
  const blocks = ledger.blocks.filter(({ capture }) => capture.at <= time);
  const tracks: Ledger['tracks'] = new Map();
  for (const [id, track] of ledger.tracks) {
    const [first, ...rest] = track.filter(({ by }) => by <= time);
    if (first) tracks.set(id, [first, ...rest]);
  }
  const state: LedgerState = { ...emptyState(), rows: rowsAt(ledger, time) };
  for (const { capture } of blocks) noteCapture(state, capture);
  return { blocks, tracks, state };
}

/** The list of one capture. */
export interface List {
  /** ISO time of the capture. */
  readonly at: string;
  readonly rows: ReadonlyMap<ModelId, Facts>;
}

/** The list of the last capture up to a time (ISO); `null` before the first. */
export function listAt(ledger: Ledger, time: string): List | null {
  const block = ledger.blocks.findLast(({ capture }) => capture.at <= time);
  if (!block) return null;
  const { at, scope } = block.capture;
  return { at, rows: listedRows({ rows: rowsAt(ledger, time), scope }) };
}

/** The known row of each id after the last capture up to a time (ISO). */
function rowsAt({ tracks }: Ledger, time: string): Map<ModelId, KnownRow> {
  const rows = new Map<ModelId, KnownRow>();
  for (const [id, track] of tracks) {
    const step = track.findLast(({ by }) => by <= time);
    if (step) rows.set(id, { facts: step.facts, isListed: step.isListed, seenIn: step.seenIn });
  }
  return rows;
}
