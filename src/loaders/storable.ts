/** Astro's store takes any text that starts so for the path of a picture to import. */
const ASSET_IMPORT = '__ASTRO_IMAGE_';

/** A copy of plain data in which no text of upstream's can make the build import a file: such text gets a leading space. */
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
