import type { Snapshot } from '../catalog/snapshot.ts';
import type { CapturedFacts } from './record.ts';

/** The part of a snapshot that the history needs. */
export type Present = Pick<Snapshot, 'capturedAt' | 'scope' | 'facts' | 'quarantined'>;

/** A capture in the form that the ledger takes. */
export function capturedFacts({ capturedAt, scope, facts, quarantined }: Present): CapturedFacts {
  return { capturedAt, scope, rows: facts, unread: new Set(quarantined.map(({ id }) => id)) };
}
