import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { damagedLine } from './ledger-error.ts';
import {
  applyRanking,
  nextRanking,
  RANKINGS_VERSION,
  type KnownRankings,
  type Ranked,
  type RankingRecord,
} from './ranking-record.ts';

const YEAR_FILE = /^\d{4}\.ndjson$/;
const HEADER = { kind: 'rankings', version: RANKINGS_VERSION } as const;

const ids = z.array(z.string());
const header = z.strictObject({ kind: z.literal('rankings'), version: z.literal(RANKINGS_VERSION) });
const record = z.strictObject({
  kind: z.literal('ranking'),
  at: z.iso.datetime(),
  scope: z.enum(['text', 'all']),
  // Not only the categories known today: one that upstream gives up stays in old lines.
  categories: z.record(
    z.string(),
    z.strictObject({ entered: ids.exactOptional(), left: ids.exactOptional(), top: ids.exactOptional() }),
  ),
}) satisfies z.ZodType<RankingRecord>;

/** Reads all files of a folder, oldest line first; an absent folder holds none. Throws `LedgerError` for a damaged line. */
export async function readRankings(
  folder: string,
  { until }: { readonly until?: string } = {},
): Promise<readonly RankingRecord[]> {
  const records: RankingRecord[] = [];
  for (const name of await yearFiles(folder)) {
    const path = join(folder, name);
    const lines = (await readFile(path, 'utf8')).split('\n');
    if (lines.pop() !== '') throw damagedLine(path, lines.length + 1, 'The last line is cut short.');
    lines.forEach((line, index) => {
      const schema = index === 0 ? header : record;
      const parsed = schema.safeParse(jsonOf(line));
      if (!parsed.success) {
        throw damagedLine(
          path,
          index + 1,
          `This line is no ${index === 0 ? 'header' : 'record'} of rankings.`,
        );
      }
      if (parsed.data.kind === 'ranking') records.push(parsed.data);
    });
  }
  return until === undefined ? records : records.filter(({ at }) => at <= until);
}

/** The text of the file to which a capture adds a line, by its path; empty when it adds none. */
export async function appendedRankings(folder: string, ranked: Ranked): Promise<ReadonlyMap<string, string>> {
  const records = await readRankings(folder);
  const added = nextRanking(knownAfter(records), ranked);
  if (added === null) return new Map();
  const name = fileOf(added.at);
  const path = join(folder, name);
  const isThere = (await yearFiles(folder)).includes(name);
  const before = isThere ? await readFile(path, 'utf8') : `${JSON.stringify(HEADER)}\n`;
  return new Map([[path, `${before}${JSON.stringify(added)}\n`]]);
}

/** The text of each file that holds these records and no others, by its path. */
export function wholeRankings(
  folder: string,
  records: readonly RankingRecord[],
): ReadonlyMap<string, string> {
  const years = Map.groupBy(records, ({ at }) => join(folder, fileOf(at)));
  return new Map(
    [...years].map(([path, own]) => [
      path,
      [HEADER, ...own].map((line) => `${JSON.stringify(line)}\n`).join(''),
    ]),
  );
}

/** The records up to a snapshot's time, and what the snapshot itself adds. */
export async function loadRankings(folder: string, ranked: Ranked): Promise<readonly RankingRecord[]> {
  const records = await readRankings(folder, { until: ranked.capturedAt });
  const added = nextRanking(knownAfter(records), ranked);
  return added === null ? records : [...records, added];
}

function fileOf(time: string): string {
  return `${time.slice(0, 4)}.ndjson`;
}

function knownAfter(records: readonly RankingRecord[]): KnownRankings {
  return records.reduce<KnownRankings>(applyRanking, new Map());
}

async function yearFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => YEAR_FILE.test(name)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
