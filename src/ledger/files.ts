import { join } from 'node:path';
import { shownPath } from '../files/shown-path.ts';
import { damagedLine, missing } from './error.ts';
import { emptyLedger, extend, type Ledger } from './ledger.ts';
import { parseLine, printLine } from './line.ts';
import { LEDGER_VERSION, type Block, type CaptureRecord, type LedgerEvent } from './record.ts';
import { ReplayError } from './state.ts';
import { appendedYears, readYearText, refuseGap, wholeYears, yearFileOf, yearFiles } from './year-files.ts';

const HEADER = `${printLine({ kind: 'ledger', version: LEDGER_VERSION })}\n`;

/**
 * Reads, validates and replays all files of a ledger. A missing folder is an empty ledger. Throws
 * `LedgerError`. Missing lines at the end can only be detected with another file: see `refuseLost`.
 */
export async function readLedger(folder: string): Promise<Ledger> {
  const ledger = emptyLedger();
  let earlier: YearRead | null = null;
  for (const name of await yearFiles(folder)) {
    refuseGap(folder, earlier?.name ?? null, name);
    const path = join(folder, name);
    const file = shownPath(path);
    const text = await readYearText(path);
    for (const { block, lines } of readBlocks(text, file)) {
      const [line = 1] = lines;
      const { at } = block.capture;
      if (yearFileOf(at) !== name) {
        throw damagedLine(file, line, `A capture of ${at} belongs into another file.`);
      }
      refuseLeap(block, { folder, name, line, earlier, last: ledger.state.last.any });
      try {
        extend(ledger, block);
      } catch (error) {
        if (!(error instanceof ReplayError)) throw error;
        const wrong = lines[error.event === null ? 0 : error.event + 1] ?? 1;
        throw damagedLine(file, wrong, error.message, { cause: error });
      }
    }
    earlier = { name, lines: text.split('\n').length - 1 };
  }
  return ledger;
}

/** The text of each file with blocks appended, by path. */
export function appendedFiles(
  folder: string,
  blocks: readonly Block[],
): Promise<ReadonlyMap<string, string>> {
  return appendedYears(folder, blocks.map(printBlock), HEADER);
}

/** The text of each file of a ledger that holds exactly these blocks, by path. */
export function wholeFiles(folder: string, blocks: readonly Block[]): ReadonlyMap<string, string> {
  return wholeYears(folder, blocks.map(printBlock), HEADER);
}

function printBlock({ capture, events }: Block): { readonly at: string; readonly text: string } {
  return { at: capture.at, text: [capture, ...events].map((record) => `${printLine(record)}\n`).join('') };
}

interface YearRead {
  readonly name: string;
  readonly lines: number;
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly line: number;
  /** The previous file. */
  readonly earlier: YearRead | null;
  /** ISO time of the previous capture. */
  readonly last: string | null;
}

/**
 * Throws if captures are missing before a block: its events refer to a capture that the ledger does not hold.
 */
function refuseLeap(block: Block, { folder, name, line, earlier, last }: Place): void {
  const named = lastNamed(block);
  if (named === null || (last !== null && named <= last)) return;
  const home = yearFileOf(named);
  const file = shownPath(join(folder, home));
  if (home === name) {
    throw damagedLine(file, line, `This capture follows that of ${named}, which is not above it.`);
  }
  const evidence = `${name} follows its capture of ${named}`;
  if (home === earlier?.name) throw damagedLine(file, earlier.lines, `The file ends too early: ${evidence}.`);
  throw missing(file, evidence);
}

/** The latest time of an earlier capture that a block's events refer to. */
function lastNamed({ events }: Block): string | null {
  return events.reduce<string | null>(
    (last, { after }) => (after !== null && (last === null || after > last) ? after : last),
    null,
  );
}

interface PlacedBlock {
  readonly block: Block;
  /** Line numbers of the capture and of each event. */
  readonly lines: readonly number[];
}

function readBlocks(text: string, file: string): readonly PlacedBlock[] {
  const rows = text.split('\n').slice(0, -1);
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
    if (!last) throw damagedLine(file, line, 'An event comes before any capture.');
    last.events.push(record);
    last.lines.push(line);
  });
  return blocks.map(({ lines, ...block }) => ({ block, lines }));
}
