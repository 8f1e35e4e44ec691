import { z } from 'zod';
import { PRICE_KEY_ORDER } from '../catalog/price-keys.ts';
import { EVENT_LINES } from './kinds/registry.ts';
import { LEDGER_VERSION, type LedgerRecord } from './record.ts';

const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'must be a time such as 2026-01-31T00:00:00.000Z');
const scope = z.enum(['text', 'all']);
const occurrence = { by: time, after: time.nullable(), scope, id: z.string() };

// Cast: a loop over the kinds loses the types of the kinds' schemas.
const record = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger'), version: z.literal(LEDGER_VERSION) }),
  z.strictObject({
    kind: z.literal('capture'),
    at: time,
    scope,
    rows: z.int().nonnegative(),
    events: z.int().nonnegative(),
    fields: z.array(z.enum([...PRICE_KEY_ORDER, 'tiers'])).exactOptional(),
  }),
  ...EVENT_LINES.map(([kind, lines]) => eventSchema(kind, lines)),
]) as unknown as z.ZodType<LedgerRecord>;

type Shape = Readonly<Record<string, z.ZodType>>;

/** A kind with several line shapes is discriminated by `field`. */
function eventSchema(kind: string, lines: readonly Shape[]) {
  const [first, ...more] = lines.map((line) =>
    z.strictObject({ kind: z.literal(kind), ...occurrence, ...line }),
  );
  if (!first) throw new Error(`The kind of event "${kind}" has no line.`);
  return more.length === 0 ? first : z.discriminatedUnion('field', [first, ...more]);
}

type KeyOf<T> = T extends unknown ? keyof T : never;

/** Every key in the order of a line, so that equal records are equal bytes. */
const KEYS = {
  kind: 0,
  version: 1,
  at: 2,
  by: 3,
  after: 4,
  scope: 5,
  id: 6,
  from: 7,
  key: 8,
  side: 9,
  field: 10,
  old: 11,
  new: 12,
  window: 13,
  added: 14,
  removed: 15,
  rows: 16,
  events: 17,
  fields: 18,
  facts: 19,
} as const satisfies Record<KeyOf<LedgerRecord>, number>;

/** One line of the ledger, without its line break. */
export function printLine(record: LedgerRecord): string {
  const place = ([key]: [string, unknown]): number => KEYS[key as keyof typeof KEYS];
  return JSON.stringify(Object.fromEntries(Object.entries(record).sort((a, b) => place(a) - place(b))));
}

/** Parses one line; returns the problem in one sentence if it is invalid. */
export function parseLine(line: string): { readonly record: LedgerRecord } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: 'This line is not JSON, or is cut short.' };
  }
  const parsed = record.safeParse(json);
  if (parsed.success) return { record: parsed.data };
  if (isNewer(json)) {
    return {
      problem: `This ledger is of version ${json.version}, and this program reads version ${LEDGER_VERSION}.`,
    };
  }
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.');
  return {
    problem: `This line is not an event of the ledger: ${path ? `"${path}": ` : ''}${issue?.message ?? ''}.`,
  };
}

function isNewer(json: unknown): json is { readonly version: number } {
  return typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'number';
}
