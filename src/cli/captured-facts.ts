import type { CapturedFacts } from '../history/ledger-record.ts';
import type { Capture } from '../upstream/capture.ts';
import { translate } from '../upstream/translate.ts';
import { validateRows, type Validation } from '../upstream/validate.ts';

/** A capture as the ledger takes it: validated, translated, facts only. */
export function capturedFacts(
  { capturedAt, scope, rows }: Capture,
  validation: Validation = validateRows(rows),
): CapturedFacts {
  const models = translate(validation.rows, { categories: {}, popularity: null });
  return {
    capturedAt,
    scope,
    rows: new Map(models.map(({ id, facts }) => [id, facts])),
    unread: new Set(validation.quarantined.map(({ id }) => id)),
  };
}
