import { DAY_MS } from '../catalog/day.ts';

/** Presets of date filters. */

const RECENT = [
  [7, 'in the last 7 days'],
  [30, 'in the last 30 days'],
  [90, 'in the last 90 days'],
  [365, 'in the last year'],
] as const;

/** The presets in days. */
export const RECENT_DAYS = RECENT.map(([days]) => days);

/** The day `days` before `today`. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today.slice(0, 10)) - days * DAY_MS).toISOString().slice(0, 10);
}

/** The label of a preset, if `day` matches one. */
export function recentWord(day: string, today: string): string | undefined {
  return RECENT.find(([days]) => daysBefore(today, days) === day)?.[1];
}

/** A preset without its preposition, if `day` matches one: `30 days`, `1 year`. */
export function recentShort(day: string, today: string): string | undefined {
  return recentWord(day, today)
    ?.replace('in the last ', '')
    .replace(/^year$/, '1 year');
}

/** The first day of a month or a year; a day is unchanged. */
export function firstDay(text: string): string {
  return text + '-01-01'.slice(text.length - 4);
}
