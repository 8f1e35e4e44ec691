/** One range as in RFC 9110: `bytes=0-99`, `bytes=100-`, or `bytes=-5` for the last five. */
const ONE_RANGE = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/;

/**
 * The requested range of a file as `bytes=FIRST-` or `bytes=FIRST-LAST` with a last byte above 0, the only
 * forms that sirv handles correctly. `null` to send the whole file, which a server may always do: for several
 * ranges, for an invalid range, and for the first byte alone.
 */
export function plainRange(header: string, size: number): string | null {
  const [, first = '', last = '', suffix = ''] = ONE_RANGE.exec(header) ?? [];
  if (suffix !== '') return `bytes=${Number(suffix) === 0 ? size : Math.max(0, size - Number(suffix))}-`;
  if (first === '') return null;
  const end = Math.min(last === '' ? Infinity : Number(last), size - 1);
  if (last !== '' && Number(last) < Number(first)) return null;
  // Beyond the end: answered with 416.
  if (Number(first) >= size) return `bytes=${size}-`;
  if (end === size - 1) return `bytes=${first}-`;
  return end === 0 ? null : `bytes=${first}-${end}`;
}
