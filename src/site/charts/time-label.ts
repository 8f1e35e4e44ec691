import { DAY_MS } from '../../catalog/day.ts';
import { date } from '../../catalog/format.ts';

/** Within less than this, days are told; beyond, months. */
const DAYS_OF_DAYS = 100;

/** A time on an axis: `12 Aug` on a short one, `Aug 2026` on a long one. */
export function timeLabel(time: Date, [from, to]: readonly [Date, Date]): string {
  const [day = '', month = '', year = ''] = date(time.toISOString()).split(' ');
  const isShort = to.getTime() - from.getTime() < DAYS_OF_DAYS * DAY_MS;
  return isShort ? `${day} ${month}` : `${month} ${year}`;
}
