import type { Config } from '../config.ts';
import { append } from '../ledger/append.ts';
import { capturedFacts } from '../ledger/captured-facts.ts';
import { previousSize } from '../ledger/previous-size.ts';
import { finishReplacing, replaceFiles, type AfterStep } from '../ledger/replace-files.ts';
import { LedgerError } from '../ledger/error.ts';
import { appendedFiles } from '../ledger/files.ts';
import type { Block } from '../ledger/record.ts';
import { appendedRankings } from '../rankings/files.ts';
import type { Ranked } from '../rankings/record.ts';
import { withLock } from '../ledger/lock.ts';
import { captureText, factsOnly } from '../upstream/capture.ts';
import type { ClientOptions } from '../upstream/client.ts';
import { factsOfRows } from '../upstream/facts.ts';
import { acquireGuarded, type LiveCapture } from '../upstream/load.ts';
import { idsWithUsage } from '../upstream/popularity.ts';
import type { ProjectPaths } from './project-paths.ts';
import { readRecordedData } from './recorded-data.ts';

interface RecordOptions {
  /** Retry and timeout settings, and the progress callback. */
  readonly client?: Partial<ClientOptions>;
  /** For tests: this machine's clock. */
  readonly now?: () => Date;
  /** For tests that stop the process after a step. */
  readonly afterStep?: AfterStep;
}

export interface Recorded extends LiveCapture {
  /** The block added to the ledger, or a sentence on why there is no new block. */
  readonly added: Block | string;
}

/**
 * Takes a live capture and writes, as one transaction: its additions to the ledger and to the rankings, its
 * facts for the repository, and the full capture for the build. Throws before writing if the endpoint fails,
 * the guard refuses, the ledger or the rankings are damaged or incomplete, or another command is writing to
 * them.
 */
export async function recordCapture(
  config: Config,
  paths: ProjectPaths,
  options: RecordOptions = {},
): Promise<Recorded> {
  return withLock(paths.lock, () => recordAlone(config, paths, options));
}

async function recordAlone(
  config: Config,
  paths: ProjectPaths,
  { client, now, afterStep }: RecordOptions,
): Promise<Recorded> {
  await finishReplacing(paths.journal);
  const { ledger } = await readRecordedData(paths);
  const live = await acquireGuarded(config, previousSize(ledger.state), {
    ...client,
    ...(now && { now }),
    clock: refuseUndated,
  });
  const { rows, quarantined } = live.validation;
  const appended = append(ledger, capturedFacts({ ...live.capture, facts: factsOfRows(rows), quarantined }));
  const whole = [paths.latestCapture, captureText(live.capture)] as const;
  if ('block' in appended) {
    const files = new Map([
      ...(await appendedFiles(paths.ledger, [appended.block])),
      ...(await appendedRankings(paths.rankings, rankedOf(live))),
      [paths.embeddedCapture, captureText(factsOnly(live.capture), { isRecorded: true })],
      whole,
    ]);
    await replaceFiles(paths.journal, files, afterStep);
    return { ...live, added: appended.block };
  }
  if (appended.why !== 'held' && appended.why !== 'unchanged') {
    throw new LedgerError(
      `The answer of ${live.capture.capturedAt} cannot be recorded. ${appended.skipped} Nothing was written.`,
    );
  }
  await replaceFiles(paths.journal, new Map([whole]), afterStep);
  return { ...live, added: appended.skipped };
}

/** The orders to record: popularity without the models that have no usage data. */
function rankedOf({ capture, validation }: LiveCapture): Ranked {
  const { ids } = capture.popularity;
  const listed = validation.rows.map(({ id }) => id);
  return { ...capture, popularity: ids === null ? null : idsWithUsage(ids, listed) };
}

/**
 * Later captures are compared with this time, so it must come from the endpoint, not from this machine's
 * clock.
 */
function refuseUndated(): never {
  throw new LedgerError(
    'The endpoint answered without a readable Date header, so the time of its list is unknown. Check OPENROUTER_API_URL, and whether a proxy removes the header. Nothing was written.',
  );
}
