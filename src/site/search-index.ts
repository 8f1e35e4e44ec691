import { once } from '../catalog/once.ts';
import { searchEntries } from '../search/index/entries.ts';
import { packNames, type NamesFiles } from '../search/index/pack.ts';
import { digest } from './digest.ts';
import { models, snapshot } from './queries/catalog.ts';
import { history, retiredModels } from './queries/history.ts';
import { replacementOf } from './queries/replacements.ts';
import { searchPast } from './search-past.ts';

/** The files of names that search loads in the browser. */
export const namesFiles = once(async (): Promise<NamesFiles> => {
  const retired = (await retiredModels()).map(async ({ model, gone }) => ({
    model,
    gone,
    replacement: (await replacementOf(model))?.model.id ?? null,
  }));
  const entries = searchEntries(await models(), searchPast(await history(), await Promise.all(retired)));
  return packNames(entries, (await snapshot()).capturedAt, digest);
});
