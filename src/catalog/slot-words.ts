import { clock, DAY_MINUTES } from './day.ts';
import { capitalize } from './figures.ts';
import { WEEK } from './tiers.ts';
import type { Slot } from './time-slots.ts';

/** Time windows of the week in words. Slots are in the order of the week. */

/** `10:00–01:00, 04:00–06:00`, `Mon–Fri 08:00–18:00`, `Sat, Sun`. Empty without slots. */
export function slotWords(slots: readonly Slot[]): string {
  const byDay = Map.groupBy(slots, ({ day }) => day);
  const daysByHours = Map.groupBy([...byDay.keys()], (day) => hoursText(byDay.get(day) ?? [], day === 'any'));
  const parts = [...daysByHours].map(([hours, days]) => [daysText(days), hours].filter(Boolean).join(' '));
  return parts.join('; ');
}

/** The time windows of one day. With `wraps`, a window may wrap past midnight. Empty for a whole day. */
function hoursText(slots: readonly Slot[], wraps: boolean): string {
  const windows: { start: number; end: number }[] = [];
  for (const { start, end } of slots) {
    const last = windows.at(-1);
    if (last?.end === start) last.end = end;
    else windows.push({ start, end });
  }
  const [first, last] = [windows[0], windows.at(-1)];
  if (wraps && first && last && first !== last && first.start === 0 && last.end === DAY_MINUTES) {
    last.end = first.end;
    windows.shift();
  }
  const isWholeDay = first === last && first?.start === 0 && first.end === DAY_MINUTES;
  return isWholeDay ? '' : windows.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join(', ');
}

/** `Mon–Fri`, `Sat, Sun`; empty where prices are the same on every day. */
function daysText(days: readonly string[]): string {
  if (days.includes('any')) return '';
  const places = WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map(runText).join(', ');
}

function runText(places: readonly number[]): string {
  const names = places.map((place) => capitalize((WEEK[place] ?? '').slice(0, 3)));
  return names.length > 2 ? `${names[0] ?? ''}–${names.at(-1) ?? ''}` : names.join(', ');
}
