import type { Facts } from '../catalog/facts.ts';
import { includesText } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';

/**
 * The model and the time: after the capture of `after` (`null` for the first capture) and no later than the
 * capture of `by`.
 */
export interface Occurrence {
  readonly by: string;
  readonly after: string | null;
  readonly scope: Scope;
  readonly id: ModelId;
}

/** The state of one id in the ledger at one moment. */
export interface KnownRow {
  /** The last known facts. */
  readonly facts: Facts;
  readonly isListed: boolean;
  /**
   * The narrowest scope whose captures are known to list the row. Captures of a narrower scope may leave it
   * out.
   */
  readonly seenIn: Scope;
}

/** Whether a capture of this scope would list the row, as far as known. */
export function isCovered(row: Pick<KnownRow, 'facts' | 'seenIn'>, scope: Scope): boolean {
  return scope === 'all' || row.seenIn === 'text' || includesText(row.facts.outputModalities);
}
