import { scaleUtc, type ScaleTime } from 'd3-scale';
import type { Frame, Tick } from './frame.ts';
import { timeLabel } from './time-label.ts';

/** A scale from times to horizontal positions on a chart. */
export function timeScale(times: readonly string[], { left, right }: Frame): ScaleTime<number, number> {
  const dates = times.map((time) => new Date(time));
  return scaleUtc([dates[0] ?? new Date(0), dates.at(-1) ?? new Date(0)], [left, right]);
}

/** At most `count` round times with distinct labels, none so near an edge that its label would overflow. */
export function timeTicks(
  scale: ScaleTime<number, number>,
  { left, right }: Frame,
  count = 5,
): readonly Tick[] {
  const [from = new Date(0), to = new Date(0)] = scale.domain();
  const ticks = scale
    .ticks(count)
    .map((time) => ({ at: Math.round(scale(time)), label: timeLabel(time, [from, to]) }))
    .filter(({ label }, index, all) => label !== all[index - 1]?.label)
    .filter(({ at }) => at > left + 20 && at < right - 20);
  const every = Math.ceil(ticks.length / count);
  return ticks.filter((_, index) => index % every === 0);
}
