import { DAY_MS } from '../../catalog/day.ts';
import { date } from '../../catalog/format.ts';

/** Axes shorter than this many days have labels with days, longer ones with months. */
const DAYS_OF_DAYS = 100;

/** The label of a time: `Aug 12` on a short axis, `Aug 2026` on a long one. */
export function timeLabel(time: Date, [from, to]: readonly [Date, Date]): string {
  const [month = '', day = '', year = ''] = date(time.toISOString()).split(/,? /);
  const isShort = to.getTime() - from.getTime() < DAYS_OF_DAYS * DAY_MS;
  return `${month} ${isShort ? day : year}`;
}
