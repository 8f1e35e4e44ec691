import { addressOf } from '../../../catalog/address.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { SCHEMA_VERSION } from '../../../outputs/record/schema-version.ts';
import { modelRecordPath, url } from '../../../site/urls.ts';

/** The record of an id, or why it could not be loaded. */
export type Loaded =
  | { readonly id: string; readonly record: ModelRecord; readonly problem: null }
  | { readonly id: string; readonly record: null; readonly problem: 'unknown' | 'failed' };

/** A page from before a deploy may meet a newer format. */
const VERSION: number = SCHEMA_VERSION;
const NOT_FOUND = 404;

const loading = new Map<string, Promise<Loaded>>();

/** Each record is loaded once, but what failed is tried again. */
export function loadRecord(id: string): Promise<Loaded> {
  const known = loading.get(id);
  if (known) return known;
  const started = fetchRecord(id).catch((): Loaded => ({ id, record: null, problem: 'failed' }));
  loading.set(id, started);
  void started.then(({ problem }) => {
    if (problem === 'failed') loading.delete(id);
  });
  return started;
}

async function fetchRecord(id: string): Promise<Loaded> {
  if (addressOf(id).path === null) return { id, record: null, problem: 'unknown' };
  const response = await fetch(url(modelRecordPath(id)));
  if (response.status === NOT_FOUND) return { id, record: null, problem: 'unknown' };
  if (!response.ok) throw new Error(`The record of ${id} answered ${response.status}.`);
  const record = (await response.json()) as ModelRecord;
  if (record.schema_version !== VERSION || record.id !== id)
    throw new Error(`The record of ${id} is of another format or model.`);
  return { id, record, problem: null };
}
