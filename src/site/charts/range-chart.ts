import { scaleLog } from 'd3-scale';
import type { Quartiles } from '../../history/months.ts';
import { dollarLabel } from './dollar-axis.ts';
import type { Frame, Tick } from './frame.ts';

/** A row of a range chart: minimum, median and maximum on a log scale. */
interface Range extends Pick<Quartiles, 'median'> {
  readonly label: string;
  readonly href: string;
  readonly lowest: number;
  readonly highest: number;
}

interface RangeChart {
  readonly frame: Frame;
  readonly values: readonly Tick[];
  readonly rows: readonly {
    readonly range: Range;
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly middle: number;
  }[];
}

/** The height of a row. */
export const ROW = 22;
const MAX_LABELS = 8;
const [LEFT, RIGHT, TOP] = [170, 600, 26];

/** `null` without rows. All values must be above zero. */
export function rangeChart(ranges: readonly Range[]): RangeChart | null {
  if (ranges.length === 0) return null;
  const x = scaleLog(
    [Math.min(...ranges.map(({ lowest }) => lowest)), Math.max(...ranges.map(({ highest }) => highest))],
    [LEFT, RIGHT],
  ).nice();
  const bottom = TOP + ranges.length * ROW;
  const [from = 1, to = 1] = x.domain();
  const lowest = Math.round(Math.log10(from));
  const span = Math.round(Math.log10(to)) - lowest;
  // Labels each power of ten, or every nth one if there are too many.
  const step = Math.ceil((span + 1) / MAX_LABELS);
  const decades = Array.from(
    { length: Math.floor(span / step) + 1 },
    (_, index) => 10 ** (lowest + index * step),
  );
  return {
    frame: { left: LEFT, right: RIGHT, top: TOP, bottom },
    values: decades.map((tick) => ({ at: Math.round(x(tick)), label: dollarLabel(tick) })),
    rows: ranges.map((range, index) => ({
      range,
      y: TOP + index * ROW + ROW / 2,
      from: Math.round(x(range.lowest)),
      to: Math.round(x(range.highest)),
      middle: Math.round(x(range.median)),
    })),
  };
}
