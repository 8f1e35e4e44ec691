import { loadRecord } from './load-record.ts';
import { factsOf } from './record-facts.ts';
import { changeStars } from './starred.ts';

/**
 * Keeps the facts of a model that was just starred, so that its changes are measured from then. If they
 * cannot be loaded, the next visit of the list keeps them.
 */
export async function rememberFacts(id: string): Promise<void> {
  const facts = factsOf(await loadRecord(id));
  const at = new Date().toISOString();
  changeStars((models) =>
    models.map((star) => (star.id === id && star.seen === null ? { ...star, seen: { at, facts } } : star)),
  );
}
