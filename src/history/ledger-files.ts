import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { damagedLine, LedgerError, missingFile } from './ledger-error.ts';
import { parseLine, printLine } from './ledger-line.ts';
import { LEDGER_VERSION, type Block, type CaptureRecord, type LedgerEvent } from './ledger-record.ts';
import { applyBlock, emptyState, ReplayError, type LedgerState } from './state.ts';

/** The ledger as read: its blocks in the order of time, and the state after the last of them. */
export interface Ledger {
  readonly blocks: readonly Block[];
  readonly state: LedgerState;
}

const YEAR_FILE = /^\d{4}\.ndjson$/;
const HEADER = `${printLine({ kind: 'ledger', version: LEDGER_VERSION })}\n`;

export interface ReadOptions {
  /** ISO time; what was captured later is left out. */
  readonly until?: string;
}

/** Reads and checks all files of a ledger; an absent folder is an empty ledger. Throws `LedgerError`. */
export async function readLedger(folder: string, { until }: ReadOptions = {}): Promise<Ledger> {
  const state = emptyState();
  const blocks: Block[] = [];
  const names = await yearFiles(folder);
  for (const name of names) {
    const path = join(folder, name);
    for (const { block, lines } of readBlocks(await readFile(path, 'utf8'), shown(path))) {
      if (fileOf(block.capture.at) !== name) {
        throw damagedLine(
          shown(path),
          lines[0] ?? 1,
          `A capture of ${block.capture.at} belongs into another file.`,
        );
      }
      if (until !== undefined && block.capture.at > until) return { blocks, state };
      const before = lastNamed(block);
      if (before !== null && !names.includes(fileOf(before))) {
        throw missingFile(shown(join(folder, fileOf(before))), name, before);
      }
      try {
        applyBlock(state, block);
      } catch (error) {
        if (!(error instanceof ReplayError)) throw error;
        const line = lines[error.event === null ? 0 : error.event + 1] ?? 1;
        throw damagedLine(shown(path), line, error.message, { cause: error });
      }
      blocks.push(block);
    }
  }
  return { blocks, state };
}

/** The text of each file after blocks are added at its end, by its path. */
export async function appendedFiles(
  folder: string,
  blocks: readonly Block[],
): Promise<ReadonlyMap<string, string>> {
  const existing = await yearFiles(folder);
  const files = new Map<string, string>();
  for (const [path, added] of linesByFile(folder, blocks)) {
    const isThere = existing.includes(basename(path));
    files.set(path, (isThere ? await readFile(path, 'utf8') : HEADER) + added);
  }
  return files;
}

/** The text of each file of a ledger that holds these blocks and no others, by its path. */
export function wholeFiles(folder: string, blocks: readonly Block[]): ReadonlyMap<string, string> {
  return new Map([...linesByFile(folder, blocks)].map(([path, added]) => [path, HEADER + added]));
}

function linesByFile(folder: string, blocks: readonly Block[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { capture, events } of blocks) {
    const path = join(folder, fileOf(capture.at));
    const lines = [capture, ...events].map((record) => `${printLine(record)}\n`);
    files.set(path, (files.get(path) ?? '') + lines.join(''));
  }
  return files;
}

/** The time of the last earlier capture that a block's events name. */
function lastNamed({ events }: Block): string | null {
  return events.reduce<string | null>(
    (last, { after }) => (after !== null && (last === null || after > last) ? after : last),
    null,
  );
}

function fileOf(time: string): string {
  return `${time.slice(0, 4)}.ndjson`;
}

interface PlacedBlock {
  readonly block: Block;
  /** Line numbers of the capture and of each event. */
  readonly lines: readonly number[];
}

function readBlocks(text: string, file: string): readonly PlacedBlock[] {
  const rows = text.split('\n');
  if (rows.pop() !== '') throw damagedLine(file, rows.length + 1, 'The last line is cut short.');
  const blocks: { capture: CaptureRecord; events: LedgerEvent[]; lines: number[] }[] = [];
  rows.forEach((row, index) => {
    const line = index + 1;
    const parsed = parseLine(row);
    if ('problem' in parsed) throw damagedLine(file, line, parsed.problem);
    const { record } = parsed;
    if ((record.kind === 'ledger') !== (line === 1)) {
      throw damagedLine(file, line, 'The first line, and only the first, must be {"kind":"ledger",…}.');
    }
    if (record.kind === 'ledger') return;
    if (record.kind === 'capture') {
      blocks.push({ capture: record, events: [], lines: [line] });
      return;
    }
    const last = blocks.at(-1);
    if (!last) throw damagedLine(file, line, 'An event stands before any capture.');
    last.events.push(record);
    last.lines.push(line);
  });
  return blocks.map(({ lines, ...block }) => ({ block, lines }));
}

async function yearFiles(folder: string): Promise<readonly string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new LedgerError(
      `The ledger ${shown(folder)} cannot be opened. Name a folder of YEAR.ndjson files.`,
      {
        cause,
      },
    );
  }
  return names.filter((name) => YEAR_FILE.test(name)).sort();
}

function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
