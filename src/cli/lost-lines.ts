import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../files/shown-path.ts';
import { damagedLine, missing, RESTORE } from '../ledger/error.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { knownAfter } from '../rankings/files.ts';
import { nextRanking, type Ranked, type RankingRecord } from '../rankings/record.ts';
import { yearFileOf } from '../ledger/year-files.ts';

/** The capture that is committed with the ledger and the rankings. */
export interface CommittedCapture {
  readonly path: string;
  readonly capture: Ranked;
  /** Whether the file states that it was recorded in the ledger beside it. */
  readonly isRecorded: boolean;
}

/** A ledger or rankings: the folder, and the number of lines of each capture. */
interface Kept {
  readonly folder: string;
  readonly captures: readonly { readonly at: string; readonly lines: number }[];
}

/**
 * Throws `LedgerError` if the ledger or the rankings end before the capture that was recorded with them:
 * files, or lines at the end of a file, are lost. If the whole ledger is missing, only a capture with the
 * recorded mark proves that it existed.
 */
export function refuseLost(
  folders: { readonly ledger: string; readonly rankings: string },
  { blocks }: Pick<Ledger, 'blocks'>,
  rankings: readonly RankingRecord[],
  committed: CommittedCapture | null,
): void {
  if (committed === null) return;
  const ledger = blocks.map(({ capture: { at }, events }) => ({ at, lines: 1 + events.length }));
  if ((ledger.at(-1)?.at ?? '') < committed.capture.capturedAt) {
    refuseEnd({ folder: folders.ledger, captures: ledger }, committed);
  }
  if (nextRanking(knownAfter(rankings), committed.capture) !== null) {
    const captures = rankings.map(({ at }) => ({ at, lines: 1 }));
    refuseEnd({ folder: folders.rankings, captures }, committed);
  }
}

function refuseEnd({ folder, captures }: Kept, { path, capture, isRecorded }: CommittedCapture): void {
  const last = captures.at(-1)?.at;
  if (last === undefined && !isRecorded) return;
  const { capturedAt } = capture;
  const home = yearFileOf(capturedAt);
  const file = shownPath(join(folder, home));
  const evidence = `${shownPath(path)} holds the capture of ${capturedAt}, which was recorded there`;
  const fix = `You can merge a copy with "npm run -s ledger -- merge DIR". To continue without the missing lines, delete ${shownPath(path)}; the next "npm run record" writes a new one.`;
  if (!existsSync(join(folder, home)))
    throw missing(last === undefined ? shownPath(folder) : file, evidence, fix);
  const lines = captures.reduce((sum, { at, lines: own }) => (yearFileOf(at) === home ? sum + own : sum), 1);
  throw damagedLine(file, lines, `The file ends too early: ${evidence}.`, {
    fix: `${RESTORE} ${fix}`,
  });
}
