import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Month } from '../../history/months.ts';
import { month as monthName } from '../../catalog/format.ts';
import { isPartMonth } from '../words/months.ts';
import { TIME_FRAME, wholeAndPart, type EndLabel, type PlotPoint, type Tick } from './frame.ts';
import { timeScale, timeTicks } from './time-axis.ts';

type Counted = Pick<Month, 'month' | 'at' | 'added' | 'gone' | 'listed'>;

/** How many models were added and removed each month: bars above and below a zero line. */
interface FlowChart {
  /** Path data of all bars of whole months. */
  readonly added: string;
  readonly gone: string;
  /** Of the last month, if it is not over. */
  readonly addedPart: string;
  readonly gonePart: string;
  /** The middle of each month, at the end of its upper bar. */
  readonly points: readonly PlotPoint[];
  readonly zero: number;
  readonly values: readonly Tick[];
  readonly times: readonly Tick[];
}

export function flowChart(months: readonly Counted[]): FlowChart | null {
  const last = months.at(-1);
  if (!last || months.length < 2) return null;
  const { left, right, top, bottom } = TIME_FRAME;
  const most = Math.max(...months.map(({ added }) => added));
  const fewest = Math.max(...months.map(({ gone }) => gone));
  const y = scaleLinear([-fewest, most], [bottom, top]).nice(4);
  const slot = (right - left) / months.length;
  const width = Math.floor(slot * 0.68);
  const zero = Math.round(y(0));
  const bar = (value: number, index: number): string => {
    const end = Math.round(y(value));
    return end === zero
      ? ''
      : `M${Math.round(left + index * slot + (slot - width) / 2)} ${zero}V${end}h${width}V${zero}`;
  };
  const whole = isPartMonth(last.at) ? months.length - 1 : months.length;
  const [added, gone] = [
    months.map((month, index) => bar(month.added, index)),
    months.map((month, index) => bar(-month.gone, index)),
  ];
  const every = Math.ceil(months.length / 6);
  return {
    added: added.slice(0, whole).join(''),
    gone: gone.slice(0, whole).join(''),
    addedPart: added.slice(whole).join(''),
    gonePart: gone.slice(whole).join(''),
    points: months.map((month, index) => ({
      x: Math.round(left + (index + 0.5) * slot),
      y: Math.round(y(month.added)),
    })),
    zero,
    values: y.ticks(4).map((tick) => ({ at: Math.round(y(tick)), label: String(Math.abs(tick)) })),
    times: months.flatMap(({ month }, index) =>
      index % every === 0 && index > 0 && index < months.length - 1
        ? [{ at: Math.round(left + (index + 0.5) * slot), label: shortMonth(month) }]
        : [],
    ),
  };
}

/** How many models were listed at the end of each month. */
interface CountChart {
  readonly path: string;
  /** The end of the line, to the last point, if that is of a month that is not over. */
  readonly part: string;
  readonly points: readonly PlotPoint[];
  readonly values: readonly Tick[];
  readonly times: readonly Tick[];
  readonly name: EndLabel;
}

export function countChart(months: readonly Counted[]): CountChart | null {
  const last = months.at(-1);
  if (!last || months.length < 2) return null;
  const { top, bottom } = TIME_FRAME;
  const x = timeScale(
    months.map(({ at }) => at),
    TIME_FRAME,
  );
  const y = scaleLinear([0, Math.max(...months.map(({ listed }) => listed))], [bottom, top]).nice(4);
  const path = line<Counted>()
    .x(({ at }) => x(new Date(at)))
    .y(({ listed }) => y(listed))
    .digits(0);
  const [whole, part] = wholeAndPart(months, isPartMonth(last.at));
  return {
    path: path(whole) ?? '',
    part: path(part) ?? '',
    points: months.map(({ at, listed }) => ({ x: Math.round(x(new Date(at))), y: Math.round(y(listed)) })),
    values: y.ticks(4).map((tick) => ({ at: Math.round(y(tick)), label: String(tick) })),
    times: timeTicks(x, TIME_FRAME),
    name: { y: Math.round(y(last.listed)), text: `${last.listed} listed` },
  };
}

/** `Aug 2026`. */
function shortMonth(month: string): string {
  const [name = '', year = ''] = monthName(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
}
