import type { SearchEntry } from '../../../search/entry.ts';
import { NO_REQUEST } from '../../../search/search.ts';
import { answers } from '../../search/client/engine.ts';
import { findIds } from './find-ids.ts';

/** Every model that was ever listed. */
export async function allEntries(): Promise<readonly SearchEntry[]> {
  let entries: readonly SearchEntry[] = [];
  for await (const { names, isFinal } of answers({ ...NO_REQUEST, typed: '' }, true)) {
    if (isFinal) entries = names.lexicon.entries.map(({ entry }) => entry);
  }
  return entries;
}

/** The models that unknown ids may mean, each once: in other capitals, a former id, or the nearest one. */
export async function nearModels(
  unknown: readonly string[],
): Promise<readonly { readonly asked: string; readonly id: string }[]> {
  const entries = await allEntries();
  const near = unknown.flatMap((asked) => {
    const [found] = findIds(asked, entries);
    const entry = found?.kind === 'unknown' ? found.nearest : found?.entry;
    return entry ? [{ asked, id: entry.id }] : [];
  });
  return [...new Map(near.map((one) => [one.id, one])).values()];
}
