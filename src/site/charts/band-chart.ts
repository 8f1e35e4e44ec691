import { scaleLinear, scaleLog } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Quartiles } from '../../history/months.ts';
import { isPartMonth } from '../words/months.ts';
import { spreadLabels, TIME_FRAME, wholeAndPart, type EndLabel, type PlotPoint, type Tick } from './frame.ts';
import { timeScale, timeTicks } from './time-axis.ts';

/** A median over time between the lower and upper quartiles. */
interface BandChart {
  /** Path data. */
  readonly band: string;
  readonly median: string;
  /** The end of the median, to the last point, if that is of a month that is not over. */
  readonly part: string;
  /** The places of the medians. */
  readonly points: readonly PlotPoint[];
  readonly values: readonly Tick[];
  readonly times: readonly Tick[];
  readonly names: readonly EndLabel[];
}

export type BandPoint = Pick<Quartiles, 'lower' | 'median' | 'upper'> & {
  /** ISO time. */
  readonly at: string;
};

export interface BandOptions {
  /** `doublings`: a log scale with base 2. */
  readonly scale: 'linear' | 'doublings';
  readonly ticks: readonly number[] | number;
  readonly label: (value: number) => string;
}

/** Expects points in order of time; `null` for fewer than two. */
export function bandChart(
  points: readonly BandPoint[],
  { scale, ticks, label }: BandOptions,
): BandChart | null {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const { top, bottom } = TIME_FRAME;
  const x = timeScale(
    points.map(({ at }) => at),
    TIME_FRAME,
  );
  const highest = Math.max(...points.map(({ upper }) => upper));
  const lowest = Math.min(...points.map(({ lower }) => lower));
  const y =
    scale === 'linear'
      ? scaleLinear([0, highest], [bottom, top]).nice(3)
      : scaleLog([floorTo(lowest), ceilTo(highest)], [bottom, top]).base(2);
  const xOf = ({ at }: BandPoint): number => x(new Date(at));
  const band = area<BandPoint>()
    .x(xOf)
    .y0(({ lower }) => y(lower))
    .y1(({ upper }) => y(upper))
    .digits(0);
  const median = line<BandPoint>()
    .x(xOf)
    .y(({ median: value }) => y(value))
    .digits(0);
  const [whole, part] = wholeAndPart(points, isPartMonth(last.at));
  const [floor, ceiling] = y.domain();
  const chosen = typeof ticks === 'number' ? y.ticks(ticks) : ticks;
  return {
    band: band(points) ?? '',
    median: median(whole) ?? '',
    part: median(part) ?? '',
    points: points.map((point) => ({ x: Math.round(xOf(point)), y: Math.round(y(point.median)) })),
    values: chosen
      .filter((tick) => tick >= (floor ?? 0) && tick <= (ceiling ?? 0))
      .map((tick) => ({ at: Math.round(y(tick)), label: label(tick) })),
    times: timeTicks(x, TIME_FRAME),
    names: spreadLabels([
      { y: Math.round(y(last.upper)), text: label(last.upper) },
      { y: Math.round(y(last.median)), text: `median ${label(last.median)}` },
      { y: Math.round(y(last.lower)), text: label(last.lower) },
    ]),
  };
}

/** The powers of two around a value. */
function floorTo(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

function ceilTo(value: number): number {
  return 2 ** Math.ceil(Math.log2(value));
}
