import type { Model } from '../catalog/model.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { compare } from './compare.ts';
import { historyFrom, type History } from './history.ts';
import { readLedger } from './ledger-files.ts';
import type { Block, CapturedFacts } from './ledger-record.ts';

/** What history needs to know of the present. */
export type Present = Pick<Snapshot, 'capturedAt' | 'scope' | 'quarantined'> & {
  readonly models: readonly Pick<Model, 'id' | 'facts'>[];
};

const loaded = new Map<string, Promise<History>>();

/**
 * The history as of a snapshot: the ledger up to its time, and what the snapshot itself adds where it is newer than the
 * ledger's last capture. Read once per process, folder and time. A snapshot from before the ledger's first day has none.
 */
export function loadHistory(folder: string, present: Present): Promise<History> {
  const key = JSON.stringify([folder, present.capturedAt]);
  const known = loaded.get(key);
  if (known) return known;
  const history = readHistory(folder, present);
  loaded.set(key, history);
  return history;
}

async function readHistory(folder: string, present: Present): Promise<History> {
  const { blocks, state } = await readLedger(folder, { until: present.capturedAt });
  const isNewer = state.last.any !== null && present.capturedAt > state.last.any;
  const latest: readonly Block[] = isNewer ? [compare(state, capturedFactsOf(present))] : [];
  return historyFrom([...blocks, ...latest], present.capturedAt);
}

function capturedFactsOf({ capturedAt, scope, models, quarantined }: Present): CapturedFacts {
  return {
    capturedAt,
    scope,
    rows: new Map(models.map(({ id, facts }) => [id, facts])),
    unread: new Set(quarantined.map(({ id }) => id)),
  };
}
