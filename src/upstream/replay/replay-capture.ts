import { join } from 'node:path';
import { CATEGORY_NAMES } from '../../catalog/categories.ts';
import { EMBEDDED_CAPTURE } from '../../files/data-paths.ts';
import { readCapture, type Capture } from '../capture.ts';

/**
 * What the replay server answers from: rows in exactly the form in which upstream sent them, and the orders that no row holds.
 * Rows are `unknown` because broken rows are served as well.
 */
export interface ReplayCapture {
  readonly rows: readonly unknown[];
  /** ISO time; the server's `Date` header. */
  readonly capturedAt: string;
  /** Ids per category, most used first. Ids that are no row are left out of answers; a category without ids answers an empty list. */
  readonly categories: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Ids, most used first; rows it does not name follow in their own order. */
  readonly popularity: readonly string[];
}

/**
 * Reads a capture of any form. Orders that it does not hold, as no answer of the endpoint does, are those of the embedded capture.
 * @param path `null`: the embedded capture itself
 * @param root the project's root
 */
export async function readReplayCapture(path: string | null, root: string): Promise<ReplayCapture> {
  const embedded = await readCapture(join(root, EMBEDDED_CAPTURE));
  return withOrdersOf(path === null ? embedded : await readCapture(path), embedded);
}

/** `capture` with its own orders where it holds them, else with those of `other`. */
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
