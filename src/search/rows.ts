import type { SearchEntry } from './entry.ts';

/**
 * A matching entry. `base` is the matching base that it folds into, if it is a variant that the query does
 * not name.
 */
export interface Answer<Entry = SearchEntry> {
  readonly entry: Entry;
  readonly base: Entry | null;
}

/** One row of results. */
export interface SearchResult {
  readonly entry: SearchEntry;
  /** Variants folded into this row. */
  readonly variants: readonly SearchEntry[];
}

/** The result rows of the answers that pass, in order. A variant whose base does not pass has its own row. */
export function rowsOf(answers: readonly Answer[], isLeft: (entry: SearchEntry) => boolean): SearchResult[] {
  const left = answers.filter(({ entry }) => isLeft(entry));
  const rows = new Map(left.map(({ entry }) => [entry, { entry, variants: [] as SearchEntry[] }]));
  for (const { entry, base } of left) {
    const row = base && rows.get(base);
    if (!row) continue;
    row.variants.push(entry);
    rows.delete(entry);
  }
  return [...rows.values()];
}

/** The number of rows of `rowsOf`. */
export function countRows<Entry>(
  answers: readonly Answer<Entry>[],
  isLeft: (entry: Entry) => boolean,
): number {
  return answers.filter(({ entry, base }) => isLeft(entry) && !(base && isLeft(base))).length;
}
