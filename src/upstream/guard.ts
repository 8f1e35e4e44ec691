import { DAY_MS, isCatalogTime } from '../catalog/day.ts';
import type { PreviousSize } from '../catalog/snapshot.ts';
import { givesText, type Capture } from './capture.ts';
import type { Validation } from './validate.ts';

const MINUTE_MS = 60_000;
/** Upstream's servers may differ by this much. */
const MAX_BEFORE_LEDGER_MS = 10 * MINUTE_MS;
const MAX_AFTER_CLOCK_MS = DAY_MS;
const MAX_LOSS = 0.2;
const MAX_GROWTH = 0.6;
const MAX_QUARANTINED = 0.05;

/**
 * The reasons not to publish a live capture; empty if it may be published. `previous` is the size of the
 * ledger's last capture, if there is one. `now` is the time of this machine. Captures of different scopes are
 * compared by their rows with text output, which both contain.
 */
export function refusals(
  capture: Capture,
  validation: Pick<Validation, 'rows' | 'quarantined'>,
  previous: PreviousSize | null,
  now: Date,
): readonly string[] {
  const total = capture.rows.length;
  if (total === 0) return ['it holds no models'];
  if (validation.rows.length === 0) return ['it holds no valid model'];
  return [
    wrongTime(capture, previous, now),
    incomplete(capture),
    previous === null ? null : sizeChange(capture, previous),
    tooManyQuarantined(validation.quarantined.length, total),
  ].filter((reason) => reason !== null);
}

/** Whether a site or a ledger can be made from the capture, with or without the guard. */
export function isUsable({ capturedAt }: Capture, { rows }: Pick<Validation, 'rows'>): boolean {
  return rows.length > 0 && isCatalogTime(capturedAt);
}

function wrongTime({ capturedAt }: Capture, previous: PreviousSize | null, now: Date): string | null {
  const time = Date.parse(capturedAt);
  if (!isCatalogTime(capturedAt)) return `it is dated ${capturedAt}, which is not between 2000 and 9999`;
  if (previous !== null && time < Date.parse(previous.capturedAt) - MAX_BEFORE_LEDGER_MS) {
    return `it is dated ${capturedAt}, more than 10 minutes before the ledger's last capture, that of ${previous.capturedAt}`;
  }
  return time > now.getTime() + MAX_AFTER_CLOCK_MS
    ? `it is dated ${capturedAt}, more than a day after this machine's clock, which says ${now.toISOString()}`
    : null;
}

function incomplete({ rows, totalCount }: Capture): string | null {
  return totalCount !== null && rows.length < totalCount
    ? `it says that there are ${totalCount} models and holds ${rows.length}`
    : null;
}

function sizeChange({ scope, rows }: Capture, previous: PreviousSize): string | null {
  const isSameScope = scope === previous.scope;
  const count = isSameScope ? rows.length : rows.filter(givesText).length;
  const before = isSameScope ? previous.count : previous.textCount;
  if (before === 0) return null;
  const change = (count - before) / before;
  if (change > -MAX_LOSS && change < MAX_GROWTH) return null;
  const [direction, limit] = change < 0 ? ['fewer', MAX_LOSS] : ['more', MAX_GROWTH];
  return `it holds ${count} ${count === 1 ? 'model' : 'models'}${isSameScope ? '' : ' that give text'}, ${percent(Math.abs(change))} ${direction} than the ${before} of ${previous.capturedAt}, and ${percent(limit)} is too much at once`;
}

function tooManyQuarantined(quarantined: number, total: number): string | null {
  const share = quarantined / total;
  return share > MAX_QUARANTINED
    ? `${quarantined} of its ${total} rows (${percent(share)}) are not valid, and at most ${percent(MAX_QUARANTINED)} may be`
    : null;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
