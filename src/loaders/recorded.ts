import { fileURLToPath } from 'node:url';
import { LEDGER_FOLDER, RANKINGS_FOLDER } from '../files/data-paths.ts';
import { ledgerAsOf } from '../ledger/as-of.ts';
import type { Present } from '../ledger/captured-facts.ts';
import { readLedger } from '../ledger/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { loadRankings } from '../rankings/files.ts';
import type { Ranked, RankingRecord } from '../rankings/record.ts';

/**
 * Astro runs loaders and pages in one process with two copies of each module, so a variable of a module would
 * read the ledger twice: once for the guard, once for the pages.
 */
const LEDGERS = Symbol.for('modeldex.ledgers');
const shared = globalThis as { [LEDGERS]?: Map<string, Promise<Ledger>> | undefined };

/** The whole ledger, read and replayed once a build. `root` is the project's. Throws `LedgerError`. */
export function recordedLedger(root: URL): Promise<Ledger> {
  const ledgers = (shared[LEDGERS] ??= new Map<string, Promise<Ledger>>());
  const folder = fileURLToPath(new URL(LEDGER_FOLDER, root));
  const ledger = ledgers.get(folder) ?? readLedger(folder);
  ledgers.set(folder, ledger);
  return ledger;
}

/** The ledger as of the snapshot. `root` is the project's. Throws `LedgerError`. */
export async function loadHistory(root: URL, present: Present): Promise<Ledger> {
  return ledgerAsOf(await recordedLedger(root), present);
}

/**
 * The known orders of the categories and of popularity up to the snapshot. `root` is the project's. Throws
 * `LedgerError`.
 */
export function loadOrders(root: URL, ranked: Ranked): Promise<readonly RankingRecord[]> {
  return loadRankings(fileURLToPath(new URL(RANKINGS_FOLDER, root)), ranked);
}
