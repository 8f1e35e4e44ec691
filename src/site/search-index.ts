import { searchEntries } from '../catalog/search/entries.ts';
import type { SearchEntry } from '../catalog/search/entry.ts';
import { prepareLexicon } from '../catalog/search/lexicon.ts';
import { encodeRows, nameTable, type NameRows, type NamesFile } from '../catalog/search/name-index.ts';
import { makeRouting } from '../catalog/search/routing.ts';
import { models, snapshot } from './queries.ts';

/** Up to here all names are one file; a longer list is cut into parts, and the first file says which parts hold which words. */
const MOST_IN_ONE_FILE = 1_000;
const PART_SIZE = 400;

export interface NamesFiles {
  readonly first: NamesFile;
  readonly parts: readonly NameRows[];
}

/** The files of names that search in the browser reads. */
export async function namesFiles(): Promise<NamesFiles> {
  return packNames(searchEntries(await models()), (await snapshot()).capturedAt);
}

export function packNames(entries: readonly SearchEntry[], now: string): NamesFiles {
  const table = nameTable(entries);
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = { version: 1, now, table, total: entries.length } as const;
  if (sorted.length <= MOST_IN_ONE_FILE) {
    return { first: { ...first, rows: encodeRows(sorted, table), routing: null }, parts: [] };
  }
  const parts = Array.from({ length: Math.ceil(sorted.length / PART_SIZE) }, (_, part) =>
    sorted.slice(part * PART_SIZE, (part + 1) * PART_SIZE),
  );
  const routing = makeRouting(parts.map((part) => prepareLexicon(part).entries));
  return { first: { ...first, rows: null, routing }, parts: parts.map((part) => encodeRows(part, table)) };
}
