import type { SearchEntry } from './entry.ts';
import { prepareLexicon } from './lexicon.ts';
import { encodeRows, nameTable, type NameRows, type NamesFile } from './name-index.ts';
import { makeRouting } from './routing.ts';

/** Up to here all names are one file; a longer list is cut into parts, and the first file says which parts hold which words. */
const MOST_IN_ONE_FILE = 1_000;
const PART_SIZE = 800;

export interface NamesFiles {
  readonly first: NamesFile;
  readonly parts: readonly NameRows[];
}

/** Packs all names for search in the browser. `now` is the time of the data, ISO. */
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
