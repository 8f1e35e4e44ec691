import type { KnownRow, Occurrence } from '../known-row.ts';
import type { Facts } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';

/** Steps that add or remove a row, shared by several kinds. */

/** An event or a change with the facts of its row. */
export interface WithFacts {
  readonly facts: Facts;
}

/** Lists a row with these facts. Returns `null`: there is no problem. */
export function listRow(
  rows: Map<ModelId, KnownRow>,
  { id, scope, facts }: Pick<Occurrence, 'id' | 'scope'> & WithFacts,
): null {
  rows.set(id, { facts, isListed: true, seenIn: scope });
  return null;
}
