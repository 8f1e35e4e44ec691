import type { SearchEntry } from '../entry.ts';
import { prepareLexicon } from '../match/lexicon.ts';
import {
  encodeDetails,
  encodeRows,
  nameTable,
  type DetailsFile,
  type NamesFile,
  type NamesPart,
} from './name-index.ts';
import { makeRouting } from './routing.ts';

/**
 * Up to this number all names are in one file, and their details in another. A longer list is split into
 * parts, and the first file has a routing table.
 */
const MAX_NAMES_PER_FILE = 1_000;
const PART_SIZE = 800;

export interface NamesFiles {
  readonly first: NamesFile;
  /** `null` for a long list, whose parts hold theirs. */
  readonly details: DetailsFile | null;
  readonly parts: readonly NamesPart[];
}

/**
 * Packs all names for search in the browser. `now` is the ISO time of the data. All files have the same build
 * id, a `digest` of the whole content, so that files of different builds are not mixed.
 */
export function packNames(
  entries: readonly SearchEntry[],
  now: string,
  digest: (text: string) => string,
): NamesFiles {
  const table = nameTable(entries);
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const isLong = sorted.length > MAX_NAMES_PER_FILE;
  const slices = Array.from({ length: isLong ? Math.ceil(sorted.length / PART_SIZE) : 0 }, (_, part) =>
    sorted.slice(part * PART_SIZE, (part + 1) * PART_SIZE),
  );
  const first = {
    now,
    table,
    total: entries.length,
    rows: isLong ? null : encodeRows(sorted, table),
    routing: isLong ? makeRouting(slices.map((slice) => prepareLexicon(slice).entries)) : null,
  };
  const details = isLong ? null : encodeDetails(sorted);
  const parts = slices.map((slice) => ({ rows: encodeRows(slice, table), details: encodeDetails(slice) }));
  const build = digest(JSON.stringify([first, details, parts]));
  return {
    first: { build, ...first },
    details: details && { build, details },
    parts: parts.map((part) => ({ build, ...part })),
  };
}
