import { includesText } from '../catalog/modalities.ts';
import type { PreviousSize } from '../catalog/snapshot.ts';
import { listedRows, type LedgerState } from './state.ts';

/** The size of the ledger's last capture; `null` for an empty ledger. */
export function previousSize(state: LedgerState): PreviousSize | null {
  if (state.last.any === null || state.scope === null) return null;
  const rows = [...listedRows(state).values()];
  return {
    capturedAt: state.last.any,
    scope: state.scope,
    count: rows.length,
    textCount: rows.filter(({ outputModalities }) => includesText(outputModalities)).length,
  };
}
