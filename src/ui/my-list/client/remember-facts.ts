import { loadRecord } from '../../base/client/load-record.ts';
import { factsOf } from './record-facts.ts';
import { changeStars } from './starred.ts';

/**
 * Keeps the facts of a model that was just starred, so that its changes are measured from then. If they
 * cannot be loaded, the next visit of the list keeps them.
 */
export async function rememberFacts(id: string): Promise<void> {
  const { record } = await loadRecord(id);
  if (!record) return;
  const facts = factsOf(record);
  const at = new Date().toISOString();
  changeStars((models) =>
    models.map((star) => (star.id === id && star.seen === null ? { ...star, seen: { at, facts } } : star)),
  );
}
