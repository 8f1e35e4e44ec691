import { z } from 'zod';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import { answerHeadShape } from '../record/answer-head.ts';
import { listEntrySchema } from '../record/record.ts';
import { changeRecord } from './change-record.ts';

/** Every listed model, variants and aliases included, most used first. */
export const catalogSchema = z.strictObject({
  ...answerHeadShape,
  /** Whether all models were asked for, or only those with text output. */
  scope: z.enum(['text', 'all']),
  models: z.array(listEntrySchema),
});

/** Every retired model with its last known facts, most recently retired first. */
export const retiredSchema = z.strictObject({ ...answerHeadShape, models: z.array(listEntrySchema) });

/** The models of a category, most used first. */
export const categorySchema = z.strictObject({
  ...answerHeadShape,
  category: z.enum(CATEGORY_NAMES as [Category, ...Category[]]),
  label: z.string(),
  /** `endpoint`: by tokens used. `stand-in`: an order made for lack of it, as `note` says. */
  origin: z.enum(['endpoint', 'stand-in', 'none']),
  note: z.string().nullable(),
  /** Why the order is missing; `null` where it is known. */
  problem: z.string().nullable(),
  models: z.array(
    z.strictObject({
      rank: z.number(),
      ...listEntrySchema.pick({ id: true, name: true, author: true, prices: true }).shape,
      ...listEntrySchema.pick({ context: true, max_output: true, links: true }).shape,
    }),
  ),
});

/** Every change of at least one percent, newest first. */
export const changesSchema = z.strictObject({
  ...answerHeadShape,
  /** The first capture of the ledger; `null` without a history. */
  since: z.iso.datetime().nullable(),
  changes: z.array(changeRecord),
});

export type CatalogAnswer = z.infer<typeof catalogSchema>;
export type RetiredAnswer = z.infer<typeof retiredSchema>;
export type CategoryAnswer = z.infer<typeof categorySchema>;
export type ChangesAnswer = z.infer<typeof changesSchema>;
