import pLimit from 'p-limit';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { loadRecord } from '../../base/client/load-record.ts';

const MAX_AT_ONCE = 6;

/** The records of these models, a few at once; `null` for those that could not be loaded. */
export async function loadRecords(ids: readonly string[]): Promise<ReadonlyMap<string, ModelRecord | null>> {
  const limit = pLimit(MAX_AT_ONCE);
  const loaded = await Promise.all(ids.map((id) => limit(() => loadRecord(id))));
  return new Map(loaded.map(({ id, record }) => [id, record]));
}
