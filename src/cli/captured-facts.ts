import type { CapturedFacts } from '../ledger/record.ts';
import type { Capture } from '../upstream/capture.ts';
import { eraOf, factsOf } from '../upstream/facts.ts';
import { judgeRows, type Validation } from '../upstream/validate.ts';

/** A capture as the ledger takes it: validated, facts only. */
export function capturedFacts(
  capture: Capture,
  { rows, quarantined }: Pick<Validation, 'rows' | 'quarantined'> = judgeRows(capture.rows),
): CapturedFacts {
  const era = eraOf(rows);
  return {
    capturedAt: capture.capturedAt,
    scope: capture.scope,
    rows: new Map(rows.map((row) => [row.id, factsOf(row, era)])),
    unread: new Set(quarantined.map(({ id }) => id)),
  };
}
