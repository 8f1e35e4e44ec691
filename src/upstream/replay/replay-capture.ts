import { join } from 'node:path';
import { CATEGORY_NAMES } from '../../catalog/categories.ts';
import { EMBEDDED_CAPTURE } from '../../files/data-paths.ts';
import { readCapture, type Capture } from '../capture.ts';

/**
 * The data of the replay server: rows exactly as upstream sent them, and the orders, which rows do not
 * contain. Rows are `unknown` because the server also serves malformed rows.
 */
export interface ReplayCapture {
  readonly rows: readonly unknown[];
  /** ISO time for the server's `Date` header. */
  readonly capturedAt: string;
  /**
   * Ids per category, most used first. Answers leave out ids without a row. A category without ids has an
   * empty list.
   */
  readonly categories: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Ids, most used first. Rows without an entry follow in the list's order. */
  readonly popularity: readonly string[];
}

/**
 * Reads a capture of any form. Missing orders come from the embedded capture; answers of the endpoint have
 * none.
 * @param path `null`: the embedded capture itself
 * @param root the project's root
 */
export async function readReplayCapture(path: string | null, root: string): Promise<ReplayCapture> {
  const embedded = await readCapture(join(root, EMBEDDED_CAPTURE));
  return withOrdersOf(path === null ? embedded : await readCapture(path), embedded);
}

/** `capture` with its own orders if it has them, else with those of `other`. */
export function withOrdersOf(capture: Capture, other: Capture): ReplayCapture {
  return {
    rows: capture.rows,
    capturedAt: capture.capturedAt,
    categories: Object.fromEntries(
      CATEGORY_NAMES.map((name) => [name, capture.categories[name].ids ?? other.categories[name].ids ?? []]),
    ),
    popularity: capture.popularity.ids ?? other.popularity.ids ?? [],
  };
}
