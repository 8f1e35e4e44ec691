import type { SearchEntry } from './entry.ts';

/** An entry that answers, with the base whose row it folds into where that answers too: a variant that the query does not name. */
export interface Answer {
  readonly entry: SearchEntry;
  readonly base: SearchEntry | null;
}

/** One row of results. */
export interface SearchResult {
  readonly entry: SearchEntry;
  /** Variants that fold into this row. */
  readonly variants: readonly SearchEntry[];
}

/** The rows of those that are left, in order. A variant whose base is not left stands for itself. */
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

/** How many rows those that are left make. */
export function countRows(answers: readonly Answer[], isLeft: (entry: SearchEntry) => boolean): number {
  return answers.filter(({ entry, base }) => isLeft(entry) && !(base && isLeft(base))).length;
}
