import { z } from 'zod';
import { CAPABILITY_KEYS, type Capability } from '../../catalog/capabilities.ts';
import { answerHeadShape } from './answer-head.ts';
import { FIELD_SHAPE } from './fields.ts';
import { priceName, priceRecord, pricesRecord, tierRecord, timesByPrice } from './price-record.ts';

const time = z.iso.datetime();
const day = z.iso.date();

/** When something happened, as far as captures tell: after one, by the next. */
export const betweenShape = { after: time.nullable(), by: time, is_dated: z.boolean() };

export const statusRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed') }),
  /** Listed, with a day from which OpenRouter plans not to offer it. */
  z.strictObject({ kind: z.literal('retiring'), on: day }),
  z.strictObject({
    kind: z.literal('retired'),
    ...betweenShape,
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

/** How the price changed, on input and output blended 3:1, and each price that differs. */
export const moveShape = {
  direction: z.enum(['rise', 'drop', 'became-paid', 'became-free', 'same', 'other']).nullable(),
  /** Of the blended price, two decimals, negative for a decrease. */
  percent: z.number().nullable(),
  /** `null`: not billed. */
  prices: z.array(
    z.strictObject({ price: priceName, old: priceRecord.nullable(), new: priceRecord.nullable() }),
  ),
};

const priceChangeRecord = z.strictObject({
  /** `returned`: changed at an unknown time while it was not listed. */
  kind: z.enum(['price', 'returned']),
  ...betweenShape,
  ...moveShape,
});

const listing = {
  first_listed: z.strictObject({ ...betweenShape, is_baseline: z.boolean(), since: time }),
  days_listed: z.number(),
};

export const historyRecord = z.strictObject({
  ...listing,
  /** Price changes of at least one percent, newest first. */
  price_changes: z.array(priceChangeRecord),
  /** Prices and limits from a capture until the next step, oldest first. */
  steps: z.array(z.strictObject({ from: time, is_listed: z.boolean(), ...terms })),
  /**
   * Prices that captures did not have yet when the model was first listed: before that time they are not
   * known, and `steps` leaves them out. Left out where there are none.
   */
  recorded_since: timesByPrice.exactOptional(),
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

/** Models that a reader may want in its place; what a workload costs on each decides. */
const alternatives = z.strictObject({
  /** Ids of models with the same listed features, of which no price is higher; most used first. */
  same_features: z.array(z.string()),
  /** Other models of the family, most used first. */
  family: z.array(
    z.strictObject({
      id: z.string(),
      /** Whether it has all features of the model. */
      has_all: z.boolean(),
      /** Whether it takes all input modalities of the model. */
      takes_all: z.boolean(),
    }),
  ),
});

const links = z.strictObject({
  /** The page of the model on this site. */
  page: z.url(),
  json: z.url(),
  markdown: z.url(),
  /** Every change and every price. */
  history: z.url(),
  openrouter: z.url(),
  feeds: z.strictObject({ rss: z.url(), atom: z.url(), json: z.url() }),
});

/** What records and lists both say of a model. */
const model = {
  ...FIELD_SHAPE,
  status: statusRecord,
  /** Of a retiring or retired model. */
  replacement: replacement.nullable(),
  features: z.array(z.enum(CAPABILITY_KEYS as [Capability, ...Capability[]])),
};

/** What this site knows of one model. Read docs/outputs.md for the rules of the format. */
export const modelRecordSchema = z.strictObject({
  ...answerHeadShape,
  ...model,
  /** `null` for a model that is not listed. */
  alternatives: alternatives.nullable(),
  variants: z.array(variant),
  /** `null` for a model without records. */
  history: historyRecord.nullable(),
  links,
});

export type ModelRecord = z.infer<typeof modelRecordSchema>;

/** A model within a list: its history is a summary, and its variants are in the list themselves. */
export const listEntrySchema = z.strictObject({
  ...model,
  /** Ids of the listed variants of the same model. */
  variants: z.array(z.string()),
  history: z
    .strictObject({
      ...listing,
      price_change_count: z.number(),
      last_price_change: priceChangeRecord.nullable(),
    })
    .nullable(),
  links,
});

export type ListEntry = z.infer<typeof listEntrySchema>;
