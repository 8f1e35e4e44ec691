import type { z } from 'zod';
import { addressOf } from '../catalog/address.ts';
import type { Dropped, Quarantined } from '../catalog/snapshot.ts';
import { MAX_NESTING, tooDeepAt } from './nesting.ts';
import { withReasoningUnread } from './reasoning.ts';
import { reportLine, unknownFields, unknownValues } from './unknown.ts';
import { droppableAt, withoutPaths } from './shown-only.ts';
import { wireRow, type WireRow } from './wire.ts';

interface Judged {
  /** The valid rows, in upstream's order. */
  readonly rows: readonly WireRow[];
  /** One entry for each row that is left out. */
  readonly quarantined: readonly Quarantined[];
  /** One entry for each field of a valid row that is left out. */
  readonly dropped: readonly Dropped[];
}

export interface Validation extends Judged {
  /** What valid rows hold and we have no words for, each once, sorted. */
  readonly unknown: readonly string[];
}

const MAX_SHOWN = 120;
/** Of a path that has a hundred. */
const SHOWN_STEPS = 3;
const TOO_DEEP = `holds lists or objects within each other on more than ${MAX_NESTING} levels`;

/** Judges each row alone, and lists what in the valid ones is new to us. */
export function validateRows(rawRows: readonly unknown[]): Validation {
  const judged = judgeRows(rawRows);
  const unknown = new Set<string>();
  for (const row of judged.rows) {
    for (const field of unknownFields(wireRow, row)) unknown.add(reportLine(field, 'field'));
    for (const value of unknownValues(row)) unknown.add(reportLine(value, 'value'));
  }
  return { ...judged, unknown: [...unknown].sort() };
}

/**
 * Judges each row alone: a bad one goes to quarantine with its reason, one whose bad fields are only shown loses these alone, and
 * the others go on. Of equal ids the first stays.
 */
export function judgeRows(rawRows: readonly unknown[]): Judged {
  const rows = new Map<string, WireRow>();
  const quarantined: Quarantined[] = [];
  const dropped: Dropped[] = [];
  for (const [index, raw] of rawRows.entries()) {
    const judged = judge(raw);
    const fault = 'fault' in judged ? judged.fault : problemOfId(judged.row.id, rows);
    if (fault !== null) {
      quarantined.push({ id: nameOf(raw, index), ...fault });
    } else if ('row' in judged) {
      const { id } = judged.row;
      rows.set(id, judged.row);
      for (const field of judged.dropped) dropped.push({ id, ...field });
    }
  }
  return { rows: [...rows.values()], quarantined, dropped };
}

/** What is wrong, and where in the row. */
type Fault = Omit<Quarantined, 'id'>;

/** A row without the fields that are only shown and make no sense, or why there can be none. */
type Judgement = { readonly row: WireRow; readonly dropped: readonly Fault[] } | { readonly fault: Fault };

function judge(raw: unknown): Judgement {
  const deep = tooDeepAt(raw);
  if (deep !== null) {
    return { fault: { path: shorten(pathText(deep.slice(0, SHOWN_STEPS))), problem: TOO_DEEP } };
  }
  const dropped: Fault[] = [];
  let value = raw;
  for (;;) {
    const parsed = wireRow.safeParse(value);
    if (parsed.success) {
      const isUnread = isObject(raw) && 'reasoning' in raw && !('reasoning' in parsed.data);
      return { row: isUnread ? withReasoningUnread(parsed.data) : parsed.data, dropped };
    }
    const { issues } = parsed.error;
    const byPlace = Map.groupBy(issues, ({ path }) => pathText(droppableAt(path) ?? []));
    const fatal = byPlace.get('') ?? [];
    if (fatal.length > 0) return { fault: faultOf(fatal) };
    // Only the first of an entry's faults is told: the whole entry is left out.
    for (const all of byPlace.values()) dropped.push(faultOf(all));
    // Where a field is gone, what stands beside it may show as wrong, too.
    value = withoutPaths(
      value,
      issues.map(({ path }) => droppableAt(path) ?? path),
    );
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function faultOf([first, ...more]: readonly z.core.$ZodIssue[]): Fault {
  const words = first?.message ?? 'is not valid';
  return {
    path: pathText(first?.path ?? []),
    problem: more.length === 0 ? words : `${words} (and ${more.length} more)`,
  };
}

function problemOfId(id: string, earlier: ReadonlyMap<string, WireRow>): Fault | null {
  if (earlier.has(id)) return { path: 'id', problem: 'is listed twice; the first row stays' };
  const { problem } = addressOf(id);
  return problem === null ? null : { path: 'id', problem };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );
}

function nameOf(raw: unknown, index: number): string {
  const id: unknown = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  if (typeof id !== 'string' || id === '') return `row ${index + 1}`;
  return shorten(id);
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
