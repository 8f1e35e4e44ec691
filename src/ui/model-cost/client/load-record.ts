import type { ModelRecord } from '../../../outputs/record/record.ts';
import { modelRecordPath, url } from '../../../site/urls.ts';

const VERSION = 1;
const loading = new Map<string, Promise<ModelRecord>>();

/** The record of a model, loaded once. Rejects if there is none of a known version; the next call retries. */
export function loadRecord(id: string): Promise<ModelRecord> {
  const known = loading.get(id);
  if (known) return known;
  const started = fetchRecord(url(modelRecordPath(id)));
  loading.set(id, started);
  started.catch(() => loading.delete(id));
  return started;
}

async function fetchRecord(address: string): Promise<ModelRecord> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const record = (await answer.json()) as ModelRecord;
  const version: number = record.schema_version;
  if (version !== VERSION) throw new Error(`${address} is of version ${version}.`);
  return record;
}
