import { historyFrom, type History } from '../../src/history/history.ts';
import type { Present } from '../../src/ledger/captured-facts.ts';
import { ledgerAsOf } from '../../src/ledger/as-of.ts';
import { readLedger } from '../../src/ledger/files.ts';

/** The history that a ledger's folder and a snapshot make. */
export const loadHistory = async (from: string, now: Present): Promise<History> =>
  historyFrom(
    ledgerAsOf(await readLedger(from), now),
    now.capturedAt,
    new Set(now.quarantined.map(({ id }) => id).filter((id) => !now.facts.has(id))),
  );

/** Ids of the ledger that are neither listed nor retired nor known as not asked for. */
export async function idsWithoutPage(from: string, now: Present): Promise<readonly string[]> {
  const history = await loadHistory(from, now);
  const standing = new Set([
    ...now.facts.keys(),
    ...history.retiredModels().map(({ id }) => id),
    ...history.notAskedFor().map(({ id }) => id),
  ]);
  return [...ledgerAsOf(await readLedger(from), now).tracks.keys()].filter((id) => !standing.has(id));
}
