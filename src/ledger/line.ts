import { z } from 'zod';
import type { Condition, Facts, TierFacts } from '../catalog/facts.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../catalog/price-keys.ts';
import { LEDGER_VERSION, type LedgerRecord } from './record.ts';

const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'must be a time such as 2026-01-31T00:00:00.000Z');
const scope = z.enum(['text', 'all']);
const priceKey = z.enum(PRICE_KEY_ORDER as [PriceKey, ...PriceKey[]]);
const texts = z.array(z.string());
const numberOrNone = z.number().nullable();
const textOrNone = z.string().nullable();
const prices = z.partialRecord(priceKey, z.string());

const condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prompt-above'), tokens: z.number() }),
  z.strictObject({ kind: z.literal('utc-window'), start: z.number(), end: z.number() }),
  z.strictObject({ kind: z.literal('utc-days'), days: texts }),
]);
const tiers: z.ZodType<TierFacts[]> = z.array(z.strictObject({ when: z.array(condition), prices }));

const facts = z.strictObject({
  name: z.string(),
  created: numberOrNone.exactOptional(),
  permanentSlug: textOrNone.exactOptional(),
  context: numberOrNone.exactOptional(),
  maxOutput: numberOrNone.exactOptional(),
  inputModalities: texts.exactOptional(),
  outputModalities: texts.exactOptional(),
  parameters: texts.nullable().exactOptional(),
  expiration: textOrNone.exactOptional(),
  aliasTarget: textOrNone.exactOptional(),
  prices,
  tiers: tiers.exactOptional(),
}) satisfies z.ZodType<Facts>;

const partialFacts = facts.extend({ name: z.string().exactOptional(), prices: prices.exactOptional() });

const occurrence = { by: time, after: time.nullable(), scope, id: z.string() };
const exchanged = { added: texts, removed: texts };

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
  z.strictObject({ kind: z.enum(['baseline', 'added']), ...occurrence, facts }),
  z.strictObject({ kind: z.enum(['removed', 'returned']), ...occurrence }),
  z.strictObject({ kind: z.literal('renamed'), ...occurrence, from: z.string() }),
  z.strictObject({ kind: z.literal('learned'), ...occurrence, facts: partialFacts }),
  z.strictObject({
    kind: z.literal('price'),
    ...occurrence,
    key: priceKey,
    old: textOrNone,
    new: textOrNone,
    window: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('tiers'), ...occurrence, old: tiers, new: tiers }),
  z.strictObject({
    kind: z.enum(['context', 'maxOutput']),
    ...occurrence,
    old: numberOrNone,
    new: numberOrNone,
  }),
  z.strictObject({
    kind: z.literal('modality'),
    ...occurrence,
    side: z.enum(['input', 'output']),
    ...exchanged,
  }),
  z.strictObject({ kind: z.literal('parameters'), ...occurrence, ...exchanged }),
  z.strictObject({ kind: z.enum(['name', 'retargeted']), ...occurrence, old: z.string(), new: z.string() }),
  z.strictObject({ kind: z.literal('expiration'), ...occurrence, old: textOrNone, new: textOrNone }),
  z.discriminatedUnion('field', [
    z.strictObject({
      kind: z.literal('identity'),
      ...occurrence,
      field: z.literal('created'),
      old: numberOrNone,
      new: numberOrNone,
    }),
    z.strictObject({
      kind: z.literal('identity'),
      ...occurrence,
      field: z.literal('permanentSlug'),
      old: textOrNone,
      new: textOrNone,
    }),
  ]),
]) satisfies z.ZodType<LedgerRecord>;

/** Every key in the order in which a line holds it, so that equal records are equal bytes. */
const KEY_ORDER = [
  ...['kind', 'version', 'at', 'by', 'after', 'scope', 'id', 'from', 'key', 'side', 'field', 'old', 'new'],
  ...['window', 'added', 'removed', 'rows', 'events', 'fields', 'facts'],
];

/** One line of the ledger, without its line break. */
export function printLine(record: LedgerRecord): string {
  const entries = Object.entries(record).sort(([a], [b]) => KEY_ORDER.indexOf(a) - KEY_ORDER.indexOf(b));
  return JSON.stringify(Object.fromEntries(entries));
}

/** Reads one line; otherwise says in one sentence what is wrong with it. */
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
    problem: `This line is no event of the ledger: ${path ? `"${path}": ` : ''}${issue?.message ?? ''}.`,
  };
}

function isNewer(json: unknown): json is { readonly version: number } {
  return typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'number';
}
