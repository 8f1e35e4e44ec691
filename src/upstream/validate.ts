import { addressOf } from '../catalog/address.ts';
import type { Quarantined } from '../catalog/snapshot.ts';
import { reportLine, unknownFields, unknownValues } from './unknown.ts';
import { wireRow, type WireRow } from './wire.ts';

export interface Validation {
  /** The valid rows, in upstream's order. */
  readonly rows: readonly WireRow[];
  /** One entry for each row that is left out. */
  readonly quarantined: readonly Quarantined[];
  /** What valid rows hold and we have no words for, each once, sorted. */
  readonly unknown: readonly string[];
}

const MAX_SHOWN_ID = 120;

/** Judges each row alone, and lists what in the valid ones is new to us. */
export function validateRows(rawRows: readonly unknown[]): Validation {
  const { rows, quarantined } = judgeRows(rawRows);
  const unknown = new Set<string>();
  for (const row of rows) {
    for (const field of unknownFields(wireRow, row)) unknown.add(reportLine(field, 'field'));
    for (const value of unknownValues(row)) unknown.add(reportLine(value, 'value'));
  }
  return { rows, quarantined, unknown: [...unknown].sort() };
}

/** Judges each row alone: a bad one goes to quarantine with its reason, and the others go on. Of equal ids the first stays. */
export function judgeRows(rawRows: readonly unknown[]): Pick<Validation, 'rows' | 'quarantined'> {
  const rows = new Map<string, WireRow>();
  const quarantined: Quarantined[] = [];
  for (const [index, raw] of rawRows.entries()) {
    const parsed = wireRow.safeParse(raw);
    const problem = parsed.success
      ? problemOfId(parsed.data.id, rows)
      : { path: pathText(parsed.error.issues[0]?.path ?? []), problem: wordsOf(parsed.error.issues) };
    if (problem !== null || !parsed.success) {
      quarantined.push({ id: nameOf(raw, index), path: '', problem: '', ...problem });
      continue;
    }
    rows.set(parsed.data.id, parsed.data);
  }
  return { rows: [...rows.values()], quarantined };
}

function problemOfId(
  id: string,
  earlier: ReadonlyMap<string, WireRow>,
): Pick<Quarantined, 'path' | 'problem'> | null {
  if (earlier.has(id)) return { path: 'id', problem: 'is listed twice; the first row stays' };
  const { problem } = addressOf(id);
  return problem === null ? null : { path: 'id', problem };
}

function wordsOf(issues: readonly { readonly message: string }[]): string {
  const [first, ...more] = issues;
  const words = first?.message ?? 'is not valid';
  return more.length === 0 ? words : `${words} (and ${more.length} more)`;
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
  return id.length > MAX_SHOWN_ID ? `${id.slice(0, MAX_SHOWN_ID)}…` : id;
}
