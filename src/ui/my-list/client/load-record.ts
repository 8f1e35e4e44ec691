import type { ModelRecord } from '../../../outputs/record/record.ts';
import { modelRecordPath, url } from '../../../site/urls.ts';

/** The version of the records that this code reads. */
const SCHEMA_VERSION = 1;
const MAX_AT_ONCE = 6;

/** The record of a model on this site. Rejects if there is none, or if it is of another version. */
export async function loadRecord(id: string): Promise<ModelRecord> {
  const address = url(modelRecordPath(id));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const record = (await answer.json()) as ModelRecord;
  const version: number = record.schema_version;
  if (version !== SCHEMA_VERSION) throw new Error(`${address} is of version ${version}.`);
  return record;
}

/** The records of these models, a few at once; `null` for those that could not be loaded. */
export async function loadRecords(ids: readonly string[]): Promise<ReadonlyMap<string, ModelRecord | null>> {
  const records = new Map<string, ModelRecord | null>();
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      records.set(id, await loadRecord(id).catch(() => null));
    }
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return records;
}
