import { searchEntries } from '../catalog/search/entries.ts';
import type { SearchEntry } from '../catalog/search/entry.ts';
import { packNames, type NamesFiles } from '../catalog/search/pack.ts';
import { models, snapshot } from './queries.ts';
import { retiredModels } from './queries/history.ts';

/** The files of names that search in the browser reads. */
export async function namesFiles(): Promise<NamesFiles> {
  // An author's names are those of its last entry, so what is listed comes last.
  const entries = [...(await retiredEntries()), ...searchEntries(await models())];
  return packNames(entries, (await snapshot()).capturedAt);
}

async function retiredEntries(): Promise<readonly SearchEntry[]> {
  const retired = await retiredModels();
  const goneOn = new Map(retired.map(({ id, gone }) => [id, gone.by.slice(0, 10)]));
  return searchEntries(retired.map(({ model }) => model)).map((entry) => ({
    ...entry,
    retired: goneOn.get(entry.id) ?? null,
  }));
}
