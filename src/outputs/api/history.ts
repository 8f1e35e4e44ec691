import { z } from 'zod';
import type { Model } from '../../catalog/model.ts';
import { answerHead } from '../write-head.ts';
import { writeHistory, type RecordContext } from '../write-record.ts';
import { answerHeadShape } from '../record/answer-head.ts';
import { historyRecord, statusRecord } from '../record/record.ts';
import { changeRecord, writeChange } from './change-record.ts';

/** Every change and every price of one model. */
export const historyAnswerSchema = z.strictObject({
  ...answerHeadShape,
  id: z.string(),
  name: z.string(),
  status: statusRecord,
  /** `null` for a model without records. */
  history: historyRecord.nullable(),
  /** As on its page of changes, newest first, with changes of less than one percent. */
  changes: z.array(changeRecord),
});

export type HistoryAnswer = z.infer<typeof historyAnswerSchema>;

export function historyAnswer(
  { id, name }: Pick<Model, 'id' | 'name'>,
  { snapshot, status, history, monthEnds }: RecordContext,
): HistoryAnswer {
  return {
    ...answerHead(snapshot),
    id,
    name,
    status,
    history: history && writeHistory(history, monthEnds),
    changes: history?.changes.map(writeChange) ?? [],
  };
}
