import { date, month as monthName } from '../../catalog/format.ts';

/**
 * A month of a chart, by the ISO time of the last capture in it: `July 2026`, `August 2026, to Aug 22` for a
 * month that is not over.
 */
export function chartMonth(month: string, at: string): string {
  return isPartMonth(at) ? `${monthName(month)}, to ${dayOf(at)}` : monthName(month);
}

/** The remark on what a chart draws dashed: ` Dashed: August, up to Aug 22. …` Empty for a whole month. */
export function partMonthWords(month: string, at: string): string {
  const [name = ''] = monthName(month).split(' ');
  return isPartMonth(at) ? ` Dashed: ${name}, up to ${dayOf(at)}; the month is not over.` : '';
}

/** Whether the day after the last capture of a month is in the same month. */
export function isPartMonth(at: string): boolean {
  const next = new Date(at);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().startsWith(at.slice(0, 7));
}

function dayOf(at: string): string {
  return date(at).replace(/, \d{4}$/, '');
}
