import { NO_WORKLOAD, type Workload } from '../catalog/cost/workload.ts';
import { readTokens } from './filter-values.ts';
import type { WorkloadName } from './workload-names.ts';

/** The workload in the URL, the same on every page with prices. */

/** Parses a value; `null` if invalid. */
type Read = (text: string) => number | null;

type Field = Exclude<keyof Workload, 'isBatch'>;

export const MAX_COUNT = 1e9;
export const MAX_SEARCHES = 1000;

/** `2000`, `30k`. */
const readCount: Read = (text) => within(Number(readTokens(text) ?? Number.NaN), MAX_COUNT);

const readShare: Read = (text) => (/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text) ? Number(text) : null);

const readSearches: Read = (text) =>
  /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? within(Number(text), MAX_SEARCHES) : null;

const BATCH = 'wb';

/** Each parameter with its field, in the order in which they are written. */
const PARAMETERS: Readonly<Record<Exclude<WorkloadName, typeof BATCH>, readonly [Field, Read]>> = {
  wi: ['inputTokens', readCount],
  wo: ['outputTokens', readCount],
  wt: ['thinkingTokens', readCount],
  wc: ['cachedShare', readShare],
  ww: ['cacheWriteShare', readShare],
  ws: ['searches', readSearches],
  wr: ['requestsPerMonth', readCount],
};

/** Invalid values count as absent. `null` if no parameter of a workload is valid. */
export function readWorkload(given: URLSearchParams): Workload | null {
  const fields = Object.entries(PARAMETERS).flatMap(([name, [field, read]]) => {
    const value = read((given.get(name) ?? '').trim());
    return value === null ? [] : [[field, value] as const];
  });
  const isBatch = given.get(BATCH) === '1';
  if (fields.length === 0 && !isBatch) return null;
  return { ...NO_WORKLOAD, ...(Object.fromEntries(fields) as Partial<Workload>), isBatch };
}

/** Adds a workload to URL parameters, without default values. */
export function writeWorkload(parameters: URLSearchParams, workload: Workload): void {
  for (const [name, [field]] of Object.entries(PARAMETERS)) {
    if (workload[field] !== NO_WORKLOAD[field]) parameters.set(name, String(workload[field]));
  }
  if (workload.isBatch) parameters.set(BATCH, '1');
}

function within(value: number, max: number): number | null {
  return value <= max ? value : null;
}
