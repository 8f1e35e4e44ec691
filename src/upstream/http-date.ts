const IMF_LENGTH = 'Sat, 22 Aug 2026 10:11:12 GMT'.length;

/**
 * The time, in milliseconds, of an HTTP date in the current form (IMF-fixdate): `Sat, 22 Aug 2026 10:11:12
 * GMT`. `null` for any other text: `Date` alone would parse `5` as a date in 2001.
 */
export function httpTime(header: string | null): number | null {
  if (header?.length !== IMF_LENGTH) return null;
  const time = Date.parse(header);
  return !Number.isNaN(time) && new Date(time).toUTCString() === header ? time : null;
}

/** The wait that a `Retry-After` header asks for, in milliseconds; 0 without a readable header. */
export function retryAfterMs({ headers }: Response): number {
  const value = headers.get('retry-after');
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : (httpTime(value) ?? 0) - Date.now();
  return Math.max(0, ms);
}
