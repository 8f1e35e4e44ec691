import { z } from 'zod';
import {
  changeWords,
  CHANGE_TOPIC_NAMES,
  topicOf,
  type ChangeTopic,
} from '../../history/change-presentation.ts';
import type { Change, Difference } from '../../history/change.ts';
import { writeBetween, writeMove, writePriceLines } from '../write-record.ts';
import { reasoningRecord, writeReasoning } from '../record/fields.ts';
import { snakeCase } from '../record/names.ts';
import { tierRecord, writeTiers } from '../record/price-record.ts';
import { betweenShape, moveShape } from '../record/record.ts';

const exchange = z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) });
const value = z.union([z.string(), z.number(), z.boolean(), reasoningRecord]).nullable();

/** A field that changed, with its old and its new value; `null`: no value. */
const difference = z.union([
  z.strictObject({ field: z.literal('price'), ...moveShape }),
  z.strictObject({ field: z.literal('tiers'), old: z.array(tierRecord), new: z.array(tierRecord) }),
  z.strictObject({ field: z.literal('modality'), input: exchange, output: exchange }),
  z.strictObject({ field: z.literal('parameters'), ...exchange.shape }),
  /** Any other field, such as `context` or `knowledge_cutoff`. */
  z.strictObject({ field: z.string(), old: value, new: value }),
]);

type DifferenceRecord = z.infer<typeof difference>;

/** One change of a model, as the pages of changes and the feeds have it. */
export const changeRecord = z.strictObject({
  /** The same in every build. */
  key: z.string(),
  id: z.string(),
  /** The full name at that time. */
  name: z.string(),
  kind: z.string(),
  topic: z.enum(CHANGE_TOPIC_NAMES as [ChangeTopic, ...ChangeTopic[]]),
  ...betweenShape,
  /** To follow the name of the model: `price down 17%`. */
  headline: z.string(),
  /** Details in words, one fact each. */
  details: z.array(z.string()),
  /** Of a renamed model. */
  former_id: z.string().nullable(),
  /** Of a model that returned: what changed while it was not listed. */
  differences: z.array(difference),
});

export function writeChange(change: Change): z.infer<typeof changeRecord> {
  const { headline, lines } = changeWords(change);
  return {
    key: change.key,
    id: change.id,
    name: change.name,
    kind: snakeCase(change.kind),
    topic: topicOf(change),
    ...writeBetween(change.between),
    headline,
    details: [...lines],
    former_id: change.kind === 'renamed' ? change.from : null,
    differences: differencesOf(change).map(writeDifference),
  };
}

function differencesOf(change: Change): readonly Difference[] {
  switch (change.kind) {
    case 'returned':
      return change.meanwhile;
    case 'added':
    case 'removed':
    case 'renamed':
    case 'absent':
    case 'reversion':
      return [];
    default:
      return [change];
  }
}

function writeDifference(one: Difference): DifferenceRecord {
  switch (one.kind) {
    case 'price':
      return { field: 'price', ...writeMove(one.move), prices: writePriceLines(one.lines) };
    case 'tiers':
      return { field: 'tiers', old: writeTiers(one.old), new: writeTiers(one.new) };
    case 'modality':
      return { field: 'modality', input: writeExchange(one.input), output: writeExchange(one.output) };
    case 'parameters':
      return { field: 'parameters', ...writeExchange(one) };
    case 'reasoning':
      return { field: 'reasoning', old: writeReasoning(one.old), new: writeReasoning(one.new) };
    default:
      return { field: snakeCase(one.kind), old: one.old, new: one.new };
  }
}

function writeExchange({
  added,
  removed,
}: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}) {
  return { added: [...added], removed: [...removed] };
}
