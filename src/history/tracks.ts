import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { Block, LedgerEvent } from '../ledger/record.ts';
import { applyBlock, emptyState, listedRows, type LedgerState } from '../ledger/state.ts';
import { monthOf } from './time.ts';

/** What one capture found about one id. */
export interface Step {
  readonly by: string;
  readonly after: string | null;
  readonly scope: Scope;
  readonly events: readonly LedgerEvent[];
  /** `null` if the id was unknown. */
  readonly before: Facts | null;
  readonly facts: Facts;
  readonly isListed: boolean;
  /** The new id of the model. */
  readonly renamedTo: ModelId | null;
}

/** All steps of one id in the ledger, oldest first; never empty. */
export type Track = readonly [Step, ...Step[]];

/** The list in the last capture of a calendar month. */
export interface MonthEnd {
  /** ISO time of the capture. */
  readonly at: string;
  readonly rows: ReadonlyMap<ModelId, Facts>;
}

/**
 * Replays the ledger once: the steps by id, the list at the end of each month, oldest first, and the final
 * state.
 */
export function readTracks(blocks: readonly Block[]): {
  readonly tracks: ReadonlyMap<ModelId, Track>;
  readonly monthEnds: readonly MonthEnd[];
  readonly state: LedgerState;
} {
  const tracks = new Map<ModelId, [Step, ...Step[]]>();
  const monthEnds: MonthEnd[] = [];
  const state = emptyState();
  const push = (id: ModelId, step: Step): void => {
    const track = tracks.get(id);
    if (track) track.push(step);
    else tracks.set(id, [step]);
  };
  for (const [index, block] of blocks.entries()) {
    const byId = Map.groupBy(block.events, ({ id }) => id);
    const before = new Map([...byId.keys()].map((id) => [id, state.rows.get(id)?.facts ?? null]));
    applyBlock(state, block);
    const { at } = block.capture;
    const next = blocks[index + 1]?.capture.at;
    if (next === undefined || monthOf(next) !== monthOf(at)) monthEnds.push({ at, rows: listedRows(state) });
    for (const [id, events] of byId) {
      const [first] = events;
      const row = state.rows.get(id);
      if (!first || !row) continue;
      const { by, after, scope } = first;
      const renamed = events.find((event) => event.kind === 'renamed');
      const old = renamed ? state.rows.get(renamed.from) : undefined;
      if (renamed && old) {
        const { facts } = old;
        push(renamed.from, {
          by,
          after,
          scope,
          events: [],
          before: facts,
          facts,
          isListed: false,
          renamedTo: id,
        });
      }
      push(id, {
        by,
        after,
        scope,
        events,
        before: old?.facts ?? before.get(id) ?? null,
        facts: row.facts,
        isListed: row.isListed,
        renamedTo: null,
      });
    }
  }
  return { tracks, monthEnds, state };
}
