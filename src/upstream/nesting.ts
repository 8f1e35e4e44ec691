/** Maximum nesting of lists and objects in a row. Real rows have six levels. */
export const MAX_NESTING = 100;

type Path = readonly PropertyKey[];

/** The path to the first list or object that is nested too deeply; `null` if there is no such value. */
export function tooDeepAt(value: unknown, path: Path = []): Path | null {
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= MAX_NESTING) return path;
  const isList = Array.isArray(value);
  for (const [key, field] of Object.entries(value)) {
    // Skip scalars early: most fields are scalars, and there are thousands of rows.
    if (typeof field !== 'object' || field === null) continue;
    const found = tooDeepAt(field, [...path, isList ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Cuts rows that are nested too deeply to one level over the limit: printing them whole would overflow the
 * stack.
 */
export function cutDeepRows(rows: readonly unknown[]): readonly unknown[] {
  return rows.some((row) => tooDeepAt(row) !== null) ? rows.map((row) => cut(row, 0)) : rows;
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_NESTING) return Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) return value.map((item) => cut(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, cut(field, depth + 1)]));
}
