import type { KnownRow, Occurrence } from '../known-row.ts';
import type { Facts } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';

/** Steps that add or remove a row, shared by several kinds. */

export interface Met {
  readonly facts: Facts;
}

export function list(
  rows: Map<ModelId, KnownRow>,
  { id, scope, facts }: Pick<Occurrence, 'id' | 'scope'> & Met,
): null {
  rows.set(id, { facts, isListed: true, seenIn: scope });
  return null;
}
