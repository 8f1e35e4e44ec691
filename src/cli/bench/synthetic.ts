import { z } from 'zod';
import { parseCapture, captureText, type Capture } from '../../upstream/capture.ts';
import { CATEGORY_NAMES } from '../../catalog/categories.ts';

const namedRow = z.looseObject({ id: z.string(), name: z.string(), canonical_slug: z.string().nullish() });

/**
 * A capture of `count` rows made from the facts of another. Its rows are repeated with new authors and names
 * in each generation, so that ids are unique and the mix of lists, prices and lengths stays realistic.
 */
export function syntheticCapture(seed: Capture, count: number): Capture {
  const seedRows = seed.rows.map((row) => namedRow.parse(row));
  const rows = Array.from({ length: count }, (_, index) => {
    const row = seedRows[index % seedRows.length];
    if (row === undefined) throw new Error('A capture without rows cannot be multiplied.');
    return generationOf(row, Math.floor(index / seedRows.length));
  });
  const has = new Set(rows.map(({ id }) => id));
  const ids = (order: readonly string[]): string[] =>
    generations(order, Math.ceil(count / seedRows.length)).filter((id) => has.has(id));
  return {
    ...seed,
    rows,
    totalCount: count,
    popularity: { ids: ids(seed.popularity.ids ?? []), problem: null },
    categories: Object.fromEntries(
      CATEGORY_NAMES.map((category) => [
        category,
        { ids: ids(seed.categories[category].ids ?? []), problem: null },
      ]),
    ) as unknown as Capture['categories'],
  };
}

/** The text of a capture file with `count` rows made from the given JSON of another file. */
export function syntheticCaptureText(json: unknown, path: string, count: number): string {
  return captureText(syntheticCapture(parseCapture(json, path), count));
}

function generationOf(row: z.infer<typeof namedRow>, generation: number): z.infer<typeof namedRow> {
  if (generation === 0) return row;
  const alias = z.looseObject({ slug: z.string() }).safeParse(row.alias_target);
  return {
    ...row,
    id: idOf(row.id, generation),
    name: row.name.includes(': ') ? row.name.replace(': ', ` ${generation}: `) : `${row.name} ${generation}`,
    ...(row.canonical_slug ? { canonical_slug: idOf(row.canonical_slug, generation) } : {}),
    ...(alias.success ? { alias_target: { ...alias.data, slug: idOf(alias.data.slug, generation) } } : {}),
  };
}

/** `openai/gpt-4o` → `openai-3/gpt-4o`. */
function idOf(id: string, generation: number): string {
  return id.replace('/', `-${generation}/`);
}

function generations(ids: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, generation) =>
    ids.map((id) => (generation === 0 ? id : idOf(id, generation))),
  ).flat();
}
