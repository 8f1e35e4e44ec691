import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LedgerError } from '../ledger/error.ts';
import { readLedger } from '../ledger/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refuseLost, type CommittedCapture } from './lost-lines.ts';
import { readRankings } from '../rankings/files.ts';
import type { RankingRecord } from '../rankings/record.ts';
import { readCapture } from '../upstream/capture.ts';
import { CaptureError } from '../upstream/errors.ts';
import type { ProjectPaths } from './project-paths.ts';

interface RecordedData {
  readonly ledger: Ledger;
  readonly rankings: readonly RankingRecord[];
}

const recordedMark = z.object({ recorded: z.literal(true) });

/** The whole ledger and rankings. Throws `LedgerError` if any part is damaged or missing. */
export async function readRecordedData(paths: ProjectPaths): Promise<RecordedData> {
  const data = { ledger: await readLedger(paths.ledger), rankings: await readRankings(paths.rankings) };
  await refuseIncomplete(paths, data);
  return data;
}

/** Throws `LedgerError` if the data end before the capture that was recorded with them. */
export async function refuseIncomplete(
  paths: ProjectPaths,
  {
    ledger,
    rankings,
  }: { readonly ledger: Pick<Ledger, 'blocks'>; readonly rankings: readonly RankingRecord[] },
): Promise<void> {
  refuseLost(paths, ledger, rankings, await readCommitted(paths.embeddedCapture));
}

async function readCommitted(path: string): Promise<CommittedCapture | null> {
  if (!existsSync(path)) return null;
  try {
    const { popularity, ...orders } = await readCapture(path);
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    const capture = { ...orders, popularity: popularity.ids };
    return { path, capture, isRecorded: recordedMark.safeParse(json).success };
  } catch (cause) {
    if (!(cause instanceof CaptureError)) throw cause;
    throw new LedgerError(
      `${path} cannot be read, so it is unknown whether the ledger is complete. Restore it from version control (git checkout -- ${path}), or delete it; the next "npm run record" writes a new one.`,
      { cause },
    );
  }
}
