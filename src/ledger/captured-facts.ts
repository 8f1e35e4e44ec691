import type { Snapshot } from '../catalog/snapshot.ts';
import type { CapturedFacts } from './record.ts';

/** What history needs to know of the present. */
export type Present = Pick<Snapshot, 'capturedAt' | 'scope' | 'facts' | 'quarantined'>;

/** A capture as the ledger takes it. */
export function capturedFacts({ capturedAt, scope, facts, quarantined }: Present): CapturedFacts {
  return { capturedAt, scope, rows: facts, unread: new Set(quarantined.map(({ id }) => id)) };
}
