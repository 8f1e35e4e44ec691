import { addressOf } from '../../../catalog/address.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { modelRecordPath, url } from '../../../site/urls.ts';

/** The record of an id, or why there is none. */
export type Loaded =
  | { readonly id: string; readonly record: ModelRecord; readonly problem: null }
  | { readonly id: string; readonly record: null; readonly problem: 'unknown' | 'failed' };

/** That of `SCHEMA_VERSION`, which only the build can import. */
const VERSION = 1 as number;
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
  // A page from before a deploy may meet a newer format.
  if (record.schema_version !== VERSION || record.id !== id)
    throw new Error(`The record of ${id} is another.`);
  return { id, record, problem: null };
}
