import { DAY_MS, isCatalogTime } from '../catalog/day.ts';
import type { Scope } from '../catalog/snapshot.ts';
import { makesText, type Capture } from './capture.ts';
import type { Validation } from './validate.ts';

/** How large the last capture was. */
export interface Yardstick {
  readonly capturedAt: string;
  readonly scope: Scope;
  readonly count: number;
  /** Of these, the rows that make text: what the narrower scope would have brought. */
  readonly textCount: number;
}

/** What a capture's own time is compared with. Nothing else ever looks at the machine's clock. */
export interface Times {
  /** ISO time of the ledger's last capture; `null` for none. */
  readonly ledgerEnd: string | null;
  /** The machine's clock. */
  readonly now: Date;
}

const MINUTE_MS = 60_000;
/** Machines that answer in turn may differ by so much. */
const MAX_BEFORE_LEDGER_MS = 10 * MINUTE_MS;
const MAX_AFTER_CLOCK_MS = DAY_MS;
const MAX_LOSS = 0.2;
const MAX_GROWTH = 0.6;
const MAX_QUARANTINED = 0.05;

export function yardstickOf(capture: Capture): Yardstick {
  return {
    capturedAt: capture.capturedAt,
    scope: capture.scope,
    count: capture.rows.length,
    textCount: capture.rows.filter(makesText).length,
  };
}

/**
 * Why a live capture should not be published; empty when it may be. `last` is the capture before it, if there was one.
 * Captures of different scopes are compared by their rows that make text, which both hold.
 */
export function refusals(
  capture: Capture,
  validation: Pick<Validation, 'rows' | 'quarantined'>,
  last: Yardstick | null,
  times: Times,
): readonly string[] {
  const total = capture.rows.length;
  if (total === 0) return ['it holds no models'];
  if (validation.rows.length === 0) return ['it holds no valid model'];
  return [
    wrongTime(capture, times),
    incomplete(capture),
    last === null ? null : sizeChange(yardstickOf(capture), last),
    tooManyQuarantined(validation.quarantined.length, total),
  ].filter((reason) => reason !== null);
}

/** Whether any site or ledger could be made of the capture, with the guard or without. */
export function isUsable({ capturedAt }: Capture, { rows }: Pick<Validation, 'rows'>): boolean {
  return rows.length > 0 && isCatalogTime(capturedAt);
}

function wrongTime({ capturedAt }: Capture, { ledgerEnd, now }: Times): string | null {
  const time = Date.parse(capturedAt);
  if (!isCatalogTime(capturedAt)) return `it is dated ${capturedAt}, which is not between 2000 and 9999`;
  if (ledgerEnd !== null && time < Date.parse(ledgerEnd) - MAX_BEFORE_LEDGER_MS) {
    return `it is dated ${capturedAt}, more than 10 minutes before the ledger's last capture, that of ${ledgerEnd}`;
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

function sizeChange(now: Yardstick, last: Yardstick): string | null {
  const isSameScope = now.scope === last.scope;
  const [count, before] = isSameScope ? [now.count, last.count] : [now.textCount, last.textCount];
  if (before === 0) return null;
  const change = (count - before) / before;
  if (change > -MAX_LOSS && change < MAX_GROWTH) return null;
  const [direction, limit] = change < 0 ? ['fewer', MAX_LOSS] : ['more', MAX_GROWTH];
  return `it holds ${count} ${count === 1 ? 'model' : 'models'}${isSameScope ? '' : ' that make text'}, ${percent(Math.abs(change))} ${direction} than the ${before} of ${last.capturedAt}, and ${percent(limit)} is too much at once`;
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
