import { date, month as monthName } from '../../catalog/format.ts';

/**
 * A month of a chart, by the ISO time of the last capture in it: `July 2026`, `August 2026, to Aug 22` for a
 * month that is not over.
 */
export function chartMonth(month: string, at: string): string {
  return isPart(month, at) ? `${monthName(month)}, to ${dayOf(at)}` : monthName(month);
}

/** The remark on the last point of a chart: ` The last point is of Aug 22.` Empty for a whole month. */
export function partMonthWords(month: string, at: string): string {
  return isPart(month, at) ? ` The last point is of ${dayOf(at)}; the month is not over.` : '';
}

/** Whether the day after the capture is in the same month. */
function isPart(month: string, at: string): boolean {
  const next = new Date(at);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().startsWith(month);
}

function dayOf(at: string): string {
  return date(at).replace(/, \d{4}$/, '');
}
