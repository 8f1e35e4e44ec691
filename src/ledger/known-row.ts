import type { Facts } from '../catalog/facts.ts';
import { includesText } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';

/** Where and when: it happened after the capture of `after` (`null` for the very first) and no later than that of `by`. */
export interface Occurrence {
  readonly by: string;
  readonly after: string | null;
  readonly scope: Scope;
  readonly id: ModelId;
}

/** What the ledger knows of one id at some moment. */
export interface KnownRow {
  /** As last known. */
  readonly facts: Facts;
  readonly isListed: boolean;
  /** The narrowest scope whose captures are known to list it as it is: what another look brings back may be outside of it. */
  readonly seenIn: Scope;
}

/** Whether a capture of this scope would list the row, as far as we know. */
export function isCovered(row: Pick<KnownRow, 'facts' | 'seenIn'>, scope: Scope): boolean {
  return scope === 'all' || row.seenIn === 'text' || includesText(row.facts.outputModalities);
}
