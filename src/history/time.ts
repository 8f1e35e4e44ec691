import { DAY_MS } from '../catalog/day.ts';

/** Days between two ISO times, with fractions. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The ISO time this many days earlier. */
export function daysEarlier(time: string, days: number): string {
  return new Date(Date.parse(time) - days * DAY_MS).toISOString();
}

/** `YYYY-MM` of an ISO time. */
export function monthOf(time: string): string {
  return time.slice(0, 7);
}
