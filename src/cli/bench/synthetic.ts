import type { Capture } from '../../upstream/capture.ts';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import type { CategoryList } from '../../catalog/snapshot.ts';

/**
 * A capture of `size` rows, made by copying a real one: each copy has its own authors, ids and names, so that pages, lists and
 * the search index grow as they would. The first copy is the real rows themselves.
 */
export function syntheticCapture(real: Capture, size: number): Capture {
  const copies = Math.ceil(size / real.rows.length);
  const rows = range(copies)
    .flatMap((copy) => real.rows.map((row) => copyRow(row, copy)))
    .slice(0, size);
  const listed = new Set(rows.map(({ id }) => id));
  // Interleaved, so that the most used of every copy stand together as in a real order.
  const copyIds = (ids: readonly string[]) =>
    ids.flatMap((id) => range(copies).map((copy) => renameId(id, copy))).filter((id) => listed.has(id));
  const categories = Object.fromEntries(
    CATEGORY_NAMES.map((name): [Category, CategoryList] => {
      const list = real.categories[name];
      return [name, list.ids === null ? list : { ids: copyIds(list.ids), problem: null }];
    }),
  ) as Record<Category, CategoryList>;
  const { ids } = real.popularity;
  return {
    ...real,
    rows,
    totalCount: rows.length,
    popularity: ids === null ? real.popularity : { ids: copyIds(ids), problem: null },
    categories,
  };
}

type Row = Record<string, unknown> & { readonly id: string };

function copyRow(row: unknown, copy: number): Row {
  const original = row as Row & {
    name: string;
    canonical_slug?: string;
    alias_target?: { slug: string; name: string };
  };
  if (copy === 0) return original;
  const { alias_target: target, canonical_slug: slug } = original;
  return {
    ...original,
    id: renameId(original.id, copy),
    name: original.name.replace(/^([^:]*)/, `$1 ${copy}`),
    ...(slug !== undefined && { canonical_slug: renameId(slug, copy) }),
    ...(target && { alias_target: { ...target, slug: renameId(target.slug, copy) } }),
  };
}

/** `openai/gpt-4o` → `openai-3/gpt-4o`. */
function renameId(id: string, copy: number): string {
  return copy === 0 ? id : id.replace('/', `-${copy}/`);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
