import type { z } from 'zod';
import { addressOf } from '../catalog/address.ts';
import type { Dropped, Quarantined } from '../catalog/snapshot.ts';
import { MAX_NESTING, tooDeepAt } from './nesting.ts';
import { withReasoningUnread } from './reasoning.ts';
import { reportLine, unknownFields, unknownValues } from './unknown.ts';
import { droppableAt, withoutPaths } from './shown-only.ts';
import { wireRow, type WireRow } from './wire.ts';

interface PartitionedRows {
  /** The valid rows, in upstream's order. */
  readonly rows: readonly WireRow[];
  /** One entry for each excluded row. */
  readonly quarantined: readonly Quarantined[];
  /** One entry for each field left out of a valid row. */
  readonly dropped: readonly Dropped[];
}

export interface Validation extends PartitionedRows {
  /** Unknown fields and values in valid rows, each once, sorted. */
  readonly unknown: readonly string[];
}

const MAX_SHOWN = 120;
/** Limit for paths of up to a hundred steps. */
const SHOWN_STEPS = 3;
const TOO_DEEP = `holds lists or objects within each other on more than ${MAX_NESTING} levels`;

/** Validates each row by itself, and lists unknown fields and values in the valid rows. */
export function validateRows(rawRows: readonly unknown[]): Validation {
  const partitioned = partitionRows(rawRows);
  const unknown = new Set<string>();
  for (const row of partitioned.rows) {
    for (const field of unknownFields(wireRow, row)) unknown.add(reportLine(field, 'field'));
    for (const value of unknownValues(row)) unknown.add(reportLine(value, 'value'));
  }
  return { ...partitioned, unknown: [...unknown].sort() };
}

/**
 * Validates each row by itself. An invalid row is quarantined with its reason. A row whose invalid fields are
 * display-only loses only those fields. The first row with an id is kept; later rows with that id are
 * quarantined.
 */
export function partitionRows(rawRows: readonly unknown[]): PartitionedRows {
  const rows = new Map<string, WireRow>();
  const quarantined: Quarantined[] = [];
  const dropped: Dropped[] = [];
  for (const [index, raw] of rawRows.entries()) {
    const result = validateRow(raw);
    const fault = 'fault' in result ? result.fault : problemOfId(result.row.id, rows);
    if (fault !== null) {
      quarantined.push({ id: nameOf(raw, index), ...fault });
    } else if ('row' in result) {
      const { id } = result.row;
      rows.set(id, result.row);
      for (const field of result.dropped) dropped.push({ id, ...field });
    }
  }
  return { rows: [...rows.values()], quarantined, dropped };
}

/** What is wrong, and the path in the row. */
type Fault = Omit<Quarantined, 'id'>;

/** A row without invalid display-only fields, or the reason to exclude it. */
type RowResult = { readonly row: WireRow; readonly dropped: readonly Fault[] } | { readonly fault: Fault };

function validateRow(raw: unknown): RowResult {
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
    // Report only the first fault of an entry, because the whole entry is left out.
    for (const all of byPlace.values()) dropped.push(faultOf(all));
    // Validate again without the field, because its siblings may be reported as invalid too.
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
