import { join } from 'node:path';
import { z } from 'zod';
import { shownPath } from '../files/shown-path.ts';
import { damagedLine } from '../ledger/error.ts';
import {
  applyRanking,
  diffsOf,
  nextRanking,
  RANKINGS_VERSION,
  type KnownRankings,
  type Ranked,
  type RankingRecord,
} from './record.ts';
import {
  appendedYears,
  readYearText,
  refuseGap,
  wholeYears,
  yearFileOf,
  yearFiles,
} from '../ledger/year-files.ts';

const HEADER = `${JSON.stringify({ kind: 'rankings', version: RANKINGS_VERSION })}\n`;

const ids = z.array(z.string());
const header = z.strictObject({ kind: z.literal('rankings'), version: z.literal(RANKINGS_VERSION) });
const diff = z.strictObject({
  entered: ids.exactOptional(),
  left: ids.exactOptional(),
  order: z.string().exactOptional(),
  top: ids.exactOptional(),
});
const record = z.strictObject({
  kind: z.literal('ranking'),
  at: z.iso.datetime(),
  scope: z.enum(['text', 'all']),
  // Old lines hold categories that upstream has since dropped, so any category is allowed.
  categories: z.record(z.string(), diff),
  popularity: diff.exactOptional(),
}) satisfies z.ZodType<RankingRecord>;

/**
 * Reads and validates all files of a folder, oldest line first. A missing folder has no records. Throws
 * `LedgerError`. Missing lines at the end can only be detected with another file: see `refuseLost`.
 */
export async function readRankings(
  folder: string,
  { until }: { readonly until?: string } = {},
): Promise<readonly RankingRecord[]> {
  const records: RankingRecord[] = [];
  let known: KnownRankings = new Map();
  let earlier: string | null = null;
  for (const name of await yearFiles(folder)) {
    refuseGap(folder, earlier, name);
    const file = shownPath(join(folder, name));
    const lines = (await readYearText(join(folder, name))).split('\n').slice(0, -1);
    for (const [index, line] of lines.entries()) {
      const read = parseRanking(line, index === 0);
      if (typeof read === 'string') throw damagedLine(file, index + 1, read);
      if (read.kind === 'rankings') continue;
      const problem =
        yearFileOf(read.at) === name
          ? problemOf(read, records.at(-1)?.at ?? null, known)
          : `A capture of ${read.at} belongs into another file.`;
      if (problem !== null) throw damagedLine(file, index + 1, problem);
      known = applyRanking(known, read);
      records.push(read);
    }
    earlier = name;
  }
  return until === undefined ? records : records.filter(({ at }) => at <= until);
}

/** One parsed line, or the problem. */
function parseRanking(line: string, isFirst: boolean): z.infer<typeof header | typeof record> | string {
  const parsed = (isFirst ? header : record).safeParse(jsonOf(line));
  return parsed.success ? parsed.data : `This line is not a ${isFirst ? 'header' : 'record'} of rankings.`;
}

/** Why a record cannot follow the last one, in a sentence; `null` if it can. */
function problemOf(record: RankingRecord, last: string | null, known: KnownRankings): string | null {
  const { at } = record;
  if (last !== null && at <= last) return `The capture of ${at} does not come after that of ${last}.`;
  const after = applyRanking(known, record);
  for (const [name, { entered = [], left = [], order }] of diffsOf(record)) {
    const before = known.get(name)?.ids ?? new Set();
    const { ids: list = new Set(), top = [], hasOrder = false } = after.get(name) ?? {};
    const doesFit =
      list.size > 0 &&
      entered.every((id) => !before.has(id)) &&
      left.every((id) => before.has(id)) &&
      top.every((id) => list.has(id)) &&
      hasOrder === (order !== undefined);
    if (!doesFit) return `Its list of ${name} contradicts the lines before it.`;
  }
  return null;
}

/** The text of the file with the capture's line appended, by path; empty if the capture adds no line. */
export async function appendedRankings(folder: string, ranked: Ranked): Promise<ReadonlyMap<string, string>> {
  const records = await readRankings(folder);
  const added = nextRanking(knownAfter(records), ranked);
  if (added === null) return new Map();
  return appendedYears(folder, [printRecord(added)], HEADER);
}

/** The text of each file that holds exactly these records, by path. */
export function wholeRankings(
  folder: string,
  records: readonly RankingRecord[],
): ReadonlyMap<string, string> {
  return wholeYears(folder, records.map(printRecord), HEADER);
}

function printRecord(record: RankingRecord): { readonly at: string; readonly text: string } {
  return { at: record.at, text: `${JSON.stringify(record)}\n` };
}

/** The records up to a snapshot's time, and the snapshot's own changes. */
export async function loadRankings(folder: string, ranked: Ranked): Promise<readonly RankingRecord[]> {
  const records = await readRankings(folder, { until: ranked.capturedAt });
  const added = nextRanking(knownAfter(records), ranked);
  return added === null ? records : [...records, added];
}

/** The state after all records. */
export function knownAfter(records: readonly RankingRecord[]): KnownRankings {
  return records.reduce<KnownRankings>(applyRanking, new Map());
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
