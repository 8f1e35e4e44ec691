import { readFilters, type FilterData, type FiltersFile } from '../../../search/index/filters-file.ts';

/** The site was rebuilt after the page was opened. */
export class OtherBuild extends Error {
  override name = 'OtherBuild';
}

const loading = new Map<string, Promise<FilterData>>();

/**
 * The filter data of the models, loaded once. `address` ends in the build of the page. Rejects if loading
 * fails; the next call retries.
 */
export function loadFilterData(address: string): Promise<FilterData> {
  const known = loading.get(address);
  if (known) return known;
  const started = fetchData(address);
  loading.set(address, started);
  started.catch(() => loading.delete(address));
  return started;
}

async function fetchData(address: string): Promise<FilterData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const file = (await answer.json()) as FiltersFile;
  if (!address.endsWith(`?${file.build}`)) throw new OtherBuild(`${address} is of build ${file.build}.`);
  return readFilters(file);
}
