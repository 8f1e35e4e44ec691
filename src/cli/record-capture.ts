import type { Config } from '../config.ts';
import { append } from '../ledger/append.ts';
import { capturedFacts } from '../ledger/captured-facts.ts';
import { previousSize } from '../ledger/previous-size.ts';
import { finishReplacing, replaceFiles, type AfterStep } from '../ledger/replace-files.ts';
import { LedgerError } from '../ledger/error.ts';
import { appendedFiles } from '../ledger/files.ts';
import type { Block } from '../ledger/record.ts';
import { appendedRankings } from '../rankings/files.ts';
import { withLock } from '../ledger/lock.ts';
import { captureText, factsOnly } from '../upstream/capture.ts';
import type { ClientOptions } from '../upstream/client.ts';
import { factsOfRows } from '../upstream/facts.ts';
import { acquireGuarded, type LiveCapture } from '../upstream/load.ts';
import type { ProjectPaths } from './project-paths.ts';
import { readRecordedData } from './recorded-data.ts';

interface RecordOptions {
  /** How patient the client is, and who hears of its requests. */
  readonly client?: Partial<ClientOptions>;
  /** For tests: this machine's clock. */
  readonly now?: () => Date;
  /** For tests that stop the process on the way. */
  readonly afterStep?: AfterStep;
}

export interface Recorded extends LiveCapture {
  /** What was added to the ledger, or in a sentence why nothing was. */
  readonly added: Block | string;
}

/**
 * Takes a live capture and writes, all at once: what it adds to the ledger and to the rankings, its facts for the
 * repository, and the whole of it for the build. Throws before anything is written when the endpoint fails, the guard refuses, the ledger or
 * the rankings are damaged or incomplete, or another command is writing to them.
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
      ...(await appendedRankings(paths.rankings, live.capture)),
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

/** What comes later is compared with this time, so no machine's clock may stand in for the endpoint's. */
function refuseUndated(): never {
  throw new LedgerError(
    'The endpoint answered without a readable Date header, so nothing tells when its list was true. Check OPENROUTER_API_URL, and whether a proxy takes the header away. Nothing was written.',
  );
}
