import { searchEntries } from '../catalog/search/entries.ts';
import { packNames, type NamesFiles } from '../catalog/search/pack.ts';
import { models, snapshot } from './queries.ts';

/** The files of names that search in the browser reads. */
export async function namesFiles(): Promise<NamesFiles> {
  return packNames(searchEntries(await models()), (await snapshot()).capturedAt);
}
