import { count } from './counts.ts';
import { DAY_MS } from './day.ts';

/** Formats days, from ISO text in UTC. Text that is not a date is returned unchanged. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-08-22…` → `Aug 22, 2026`, `2026-08` → `August 2026`; a year is returned unchanged. */
export function date(iso: string): string {
  if (/^\d{4}-\d\d$/.test(iso)) return month(iso);
  const parts = dateParts(iso);
  return parts ? `${parts.month.slice(0, 3)} ${parts.day}, ${parts.year}` : iso;
}

/** `2026-08` or any longer date → `August 2026`. */
export function month(iso: string): string {
  const parts = dateParts(`${iso.slice(0, 7)}-01`);
  return parts ? `${parts.month} ${parts.year}` : iso;
}

/** Whole calendar days from `iso` to `now` in UTC; negative when `iso` is in the future. */
export function daysBefore(iso: string, now: string): number {
  return (Date.parse(now.slice(0, 10)) - Date.parse(iso.slice(0, 10))) / DAY_MS;
}

/** A date relative to `now`: `today`, `yesterday`, `12 days ago`, `5 months ago`, `in 3 days`. */
export function ago(iso: string, now: string): string {
  const days = daysBefore(iso, now);
  if (Number.isNaN(days)) return iso;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  const span = spanOf(Math.abs(days));
  return days > 0 ? `${span} ago` : `in ${span}`;
}

function dateParts(iso: string): { year: number; month: string; day: number } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  const name = MONTHS[Number(match?.[2]) - 1];
  return match && name !== undefined ? { year: Number(match[1]), month: name, day: Number(match[3]) } : null;
}

function spanOf(days: number): string {
  if (days < 60) return count(days, 'day');
  if (days < 730) return count(Math.floor(days / 30.44), 'month');
  return count(Math.floor(days / 365), 'year');
}
