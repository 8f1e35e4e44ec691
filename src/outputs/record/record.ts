import { z } from 'zod';
import { CAPABILITY_KEYS, type Capability } from '../../catalog/capabilities.ts';
import { FIELD_SHAPE } from './fields.ts';
import { priceName, priceRecord, pricesRecord, tierRecord } from './price-record.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

const time = z.iso.datetime();
const day = z.iso.date();

/** When something happened, as far as captures tell: after one, by the next. */
const between = { after: time.nullable(), by: time, is_dated: z.boolean() };

const status = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed') }),
  /** Listed, with a day from which OpenRouter plans not to offer it. */
  z.strictObject({ kind: z.literal('retiring'), on: day }),
  z.strictObject({
    kind: z.literal('retired'),
    ...between,
    /** The last capture that listed it. */
    last_seen: time,
    renamed_to: z.string().nullable(),
  }),
  /** Outside the scope of the capture, or unreadable in it. */
  z.strictObject({
    kind: z.literal('not-asked-for'),
    last_seen: time,
    reason: z.enum(['scope', 'quarantined']),
  }),
]);

const replacement = z.strictObject({
  id: z.string(),
  name: z.string(),
  reason: z.enum(['renamed', 'base', 'family', 'features', 'closest']),
});

const terms = {
  prices: pricesRecord,
  tiers: z.array(tierRecord),
  context: z.number().nullable(),
  max_output: z.number().nullable(),
};

/** A listed variant of the same model, with what a cost needs. */
const variant = z.strictObject({ id: z.string(), variant: z.string(), name: z.string(), ...terms });

const priceChange = z.strictObject({
  /** `returned`: changed at an unknown time while it was not listed. */
  kind: z.enum(['price', 'returned']),
  ...between,
  direction: z.enum(['rise', 'drop', 'became-paid', 'became-free', 'same', 'other']).nullable(),
  /** Of input and output blended 3:1, two decimals, negative for a decrease. */
  percent: z.number().nullable(),
  /** `null`: not billed. */
  prices: z.array(
    z.strictObject({ price: priceName, old: priceRecord.nullable(), new: priceRecord.nullable() }),
  ),
});

const history = z.strictObject({
  first_listed: z.strictObject({ ...between, is_baseline: z.boolean(), since: time }),
  days_listed: z.number(),
  /** Price changes of at least one percent, newest first. */
  price_changes: z.array(priceChange),
  /** Prices and limits from a capture until the next step, oldest first. */
  steps: z.array(z.strictObject({ from: time, is_listed: z.boolean(), ...terms })),
  /** The price at the last capture of each month, if it was listed then; `step` is a place in `steps`. */
  month_ends: z.array(
    z.strictObject({
      month: z.string().regex(/^\d{4}-\d\d$/),
      at: time,
      step: z.number(),
      prices: pricesRecord,
    }),
  ),
});

const links = z.strictObject({
  /** The page of the model on this site. */
  page: z.url(),
  json: z.url(),
  openrouter: z.url(),
  feeds: z.strictObject({ rss: z.url(), atom: z.url(), json: z.url() }),
});

/** What this site knows of one model. Read docs/outputs.md for the rules of the format. */
export const modelRecordSchema = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  /** The time of the data. */
  captured_at: time,
  source: z.strictObject({
    name: z.literal('OpenRouter'),
    url: z.literal('https://openrouter.ai/api/v1/models'),
    capture: z.enum(['live', 'capture', 'embedded']),
    note: z.string(),
  }),
  ...FIELD_SHAPE,
  status,
  /** Of a retiring or retired model. */
  replacement: replacement.nullable(),
  features: z.array(z.enum(CAPABILITY_KEYS as [Capability, ...Capability[]])),
  variants: z.array(variant),
  /** `null` for a model without records. */
  history: history.nullable(),
  links,
});

export type ModelRecord = z.infer<typeof modelRecordSchema>;
