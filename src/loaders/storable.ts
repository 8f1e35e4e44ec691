/** Astro's store treats any text with this prefix as the path of an image to import. */
const ASSET_IMPORT = '__ASTRO_IMAGE_';

/**
 * A deep copy of plain data in which no upstream text can make the build import a file: such text gets a
 * leading space.
 */
export function storable<T>(data: T): T {
  return walk(data) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(ASSET_IMPORT) ? ` ${value}` : value;
  if (Array.isArray(value)) return value.map(walk);
  if (value instanceof Map) return new Map([...value].map(([key, field]) => [walk(key), walk(field)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, walk(field)]));
}
