import { fileURLToPath } from 'node:url';
import { LEDGER_FOLDER, RANKINGS_FOLDER } from '../files/data-paths.ts';
import type { Present } from '../ledger/captured-facts.ts';
import { loadBlocks } from '../ledger/load-blocks.ts';
import type { Block } from '../ledger/record.ts';
import { loadRankings } from '../rankings/files.ts';
import type { Ranked, RankingRecord } from '../rankings/record.ts';

/** The ledger as of the snapshot. `root` is the project's. Throws `LedgerError`. */
export function loadHistory(root: URL, present: Present): Promise<readonly Block[]> {
  return loadBlocks(fileURLToPath(new URL(LEDGER_FOLDER, root)), present);
}

/**
 * The known orders of the categories and of popularity up to the snapshot. `root` is the project's. Throws
 * `LedgerError`.
 */
export function loadOrders(root: URL, ranked: Ranked): Promise<readonly RankingRecord[]> {
  return loadRankings(fileURLToPath(new URL(RANKINGS_FOLDER, root)), ranked);
}
