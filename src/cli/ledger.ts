import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../catalog/day.ts';
import { finishReplacing, refuseUnfinished, replaceFiles } from '../ledger/replace-files.ts';
import { readLedger, wholeFiles } from '../ledger/files.ts';
import { LedgerError } from '../ledger/error.ts';
import { listAt, type Ledger } from '../ledger/ledger.ts';
import { mergeLedgers } from '../ledger/merge.ts';
import { readRankings, wholeRankings } from '../rankings/files.ts';
import { mergeRankings } from '../rankings/merge.ts';
import { listedRows } from '../ledger/state.ts';
import { withLock } from '../ledger/lock.ts';
import { yearFiles } from '../ledger/year-files.ts';
import { runCommand, UsageError } from './command.ts';
import { PROJECT_ROOT, projectPaths, type ProjectPaths } from './project-paths.ts';
import { readRecordedData, refuseIncomplete } from './recorded-data.ts';

/**
 * Queries and maintains the ledger.
 * - `npm run -s ledger -- at DATE…`: prints one line of JSON per date (`YYYY-MM-DD` or an ISO time) with the
 *    models in the last capture up to the end of that day in UTC. Prices are upstream's decimal text in US
 *    dollars per token.
 * - `npm run -s ledger -- check`: reads everything and prints a summary.
 * - `npm run -s ledger -- merge DIR`: merges another ledger, such as that of a fork, and the rankings beside
 *    it.
 * - `npm run -s ledger -- finish`: completes a write that was interrupted.
 */

const USAGE = 'npm run -s ledger -- [--root DIR] at DATE… | check | merge DIR | finish';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string', default: PROJECT_ROOT } },
  });
  const [verb, ...rest] = positionals;
  const paths = projectPaths(resolve(values.root));
  const isAlone = rest.length === 0;
  if (verb === 'at' && !isAlone) printDays(await read(paths), rest);
  else if (verb === 'check' && isAlone) printSummary(await read(paths));
  else if (verb === 'merge' && rest[0] !== undefined && rest.length === 1) {
    const [folder] = rest;
    await withLock(paths.lock, () => merge(paths, resolve(folder)));
  } else if (verb === 'finish' && isAlone) {
    await withLock(paths.lock, () => finishReplacing(paths.journal));
    console.log('All writes are complete.');
  } else throw new UsageError(`Use: ${USAGE}`);
});

async function read(paths: ProjectPaths): Promise<Ledger> {
  refuseUnfinished(paths.journal);
  return (await readRecordedData(paths)).ledger;
}

function printDays(ledger: Ledger, days: readonly string[]): void {
  for (const { day, end } of days.map((day) => ({ day, end: endOf(day) }))) {
    const list = listAt(ledger, end);
    const models = [...(list?.rows ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { prices, context }]) => ({
        id,
        prompt: prices.input ?? null,
        completion: prices.output ?? null,
        context_length: context ?? null,
      }));
    process.stdout.write(`${JSON.stringify({ date: day, captured: list?.at ?? null, models })}\n`);
  }
}

/** The last instant of a day, or the given instant. */
function endOf(day: string): string {
  const time = new Date(isDay(day) ? `${day}T23:59:59.999Z` : day);
  // Date would parse 2026-02-30 as March 2.
  if (Number.isNaN(time.getTime()) || (DAY.test(day) && !isDay(day)))
    throw new UsageError(`${JSON.stringify(day)} is not a date. Write it as 2026-01-31.`);
  return time.toISOString();
}

function printSummary({ blocks, state }: Ledger): void {
  const events = blocks.reduce((sum, block) => sum + block.events.length, 0);
  const listed = listedRows(state).size;
  console.log(
    `${blocks.length} captures from ${blocks[0]?.capture.at ?? 'never'} to ${state.last.any ?? 'never'}, ${events} events, ${state.rows.size} models, ${listed} of them listed by the last capture.`,
  );
}

async function merge(paths: ProjectPaths, folder: string): Promise<void> {
  if ((await yearFiles(folder)).length === 0) {
    throw new LedgerError(
      `There is no ledger in ${folder}: it holds no file YEAR.ndjson. Name another project's src/data/ledger.`,
    );
  }
  await finishReplacing(paths.journal);
  const [own, other] = [await readLedger(paths.ledger), await readLedger(folder)];
  const merged = mergeLedgers(own, other);
  const ranked = await readRankings(paths.rankings);
  const rankings = mergeRankings(ranked, await readRankings(resolve(folder, '../rankings')));
  // Check after the merge: the other ledger may hold the missing lines.
  await refuseIncomplete(paths, { ledger: merged, rankings });
  await replaceFiles(
    paths.journal,
    new Map([...wholeFiles(paths.ledger, merged.blocks), ...wholeRankings(paths.rankings, rankings)]),
  );
  const added = merged.blocks.length - own.blocks.length;
  console.log(`${added} captures of ${folder} were new; the ledger now holds ${merged.blocks.length}.`);
  console.log(
    `${rankings.length - ranked.length} of its rankings were new; there are now ${rankings.length}.`,
  );
  for (const time of merged.conflicts) {
    console.log(`At ${time} the two ledgers hold different captures: the wider or longer one was kept.`);
  }
}
