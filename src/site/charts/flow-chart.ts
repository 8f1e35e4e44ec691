import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Month } from '../../history/months.ts';
import { month as monthName } from '../../catalog/format.ts';
import { TIME_FRAME, type EndLabel, type Tick } from './frame.ts';
import { timeScale, timeTicks } from './time-axis.ts';

type Counted = Pick<Month, 'month' | 'at' | 'added' | 'gone' | 'listed'>;

/** How many models were added and removed each month: bars above and below a zero line. */
interface FlowChart {
  /** Path data of all bars. */
  readonly added: string;
  readonly gone: string;
  readonly zero: number;
  readonly values: readonly Tick[];
  readonly times: readonly Tick[];
}

export function flowChart(months: readonly Counted[]): FlowChart | null {
  if (months.length < 2) return null;
  const { left, right, top, bottom } = TIME_FRAME;
  const most = Math.max(...months.map(({ added }) => added));
  const fewest = Math.max(...months.map(({ gone }) => gone));
  const y = scaleLinear([-fewest, most], [bottom, top]).nice(4);
  const slot = (right - left) / months.length;
  const width = Math.floor(slot * 0.68);
  const zero = Math.round(y(0));
  const bars = (value: (month: Counted) => number): string =>
    months
      .map((month, index) => {
        const end = Math.round(y(value(month)));
        return end === zero
          ? ''
          : `M${Math.round(left + index * slot + (slot - width) / 2)} ${zero}V${end}h${width}V${zero}`;
      })
      .join('');
  const every = Math.ceil(months.length / 6);
  return {
    added: bars(({ added }) => added),
    gone: bars(({ gone }) => -gone),
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
  return {
    path: path(months) ?? '',
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
