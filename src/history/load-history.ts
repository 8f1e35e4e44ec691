import type { Model } from '../catalog/model.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { compare } from './compare.ts';
import { readLedger } from './ledger-files.ts';
import type { Block, CapturedFacts } from './ledger-record.ts';

/** What history needs to know of the present. */
export type Present = Pick<Snapshot, 'capturedAt' | 'scope' | 'quarantined'> & {
  readonly models: readonly Pick<Model, 'id' | 'facts'>[];
};

/**
 * The history as of a snapshot: the ledger up to its time, and what the snapshot itself adds where it is newer than the
 * ledger's last capture. A snapshot from before the ledger's first day has none.
 */
export async function loadBlocks(folder: string, present: Present): Promise<readonly Block[]> {
  const { blocks, state } = await readLedger(folder, { until: present.capturedAt });
  const isNewer = state.last.any !== null && present.capturedAt > state.last.any;
  return isNewer ? [...blocks, compare(state, capturedFactsOf(present))] : blocks;
}

function capturedFactsOf({ capturedAt, scope, models, quarantined }: Present): CapturedFacts {
  return {
    capturedAt,
    scope,
    rows: new Map(models.map(({ id, facts }) => [id, facts])),
    unread: new Set(quarantined.map(({ id }) => id)),
  };
}
