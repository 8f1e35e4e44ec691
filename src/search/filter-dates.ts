import { DAY_MS } from '../catalog/day.ts';

/** The days that filters take. */

const RECENT = [
  [7, 'in the last 7 days'],
  [30, 'in the last 30 days'],
  [90, 'in the last 90 days'],
  [365, 'in the last year'],
] as const;

/** How far back a date is said to be in days, for addresses, and the days themselves. */
export const RECENT_DAYS = RECENT.map(([days]) => days);

/** So many days before a day. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today.slice(0, 10)) - days * DAY_MS).toISOString().slice(0, 10);
}

/** How far back a day is, in words, where it is so far back as is offered. */
export function recentWord(day: string, today: string): string | undefined {
  return RECENT.find(([days]) => daysBefore(today, days) === day)?.[1];
}

/** Of a month or a year, its first day. */
export function firstDay(text: string): string {
  return text + '-01-01'.slice(text.length - 4);
}
