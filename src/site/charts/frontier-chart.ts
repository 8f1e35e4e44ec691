import { scaleLinear, scaleLog } from 'd3-scale';
import { dollarLabel } from './dollar-axis.ts';
import { spreadLabels, type Frame, type Tick } from './frame.ts';

/** A chart of prices, cheapest on top, by what they buy, most at the right. */
interface FrontierChart<T> {
  readonly frame: Frame;
  readonly dots: readonly Dot<T>[];
  /** The points of the frontier, with the places of their labels. */
  readonly marks: readonly (Dot<T> & { readonly labelY: number; readonly isAtRight: boolean })[];
  /** Path data of the lowest price for at least each value. */
  readonly line: string;
  readonly prices: readonly Tick[];
  readonly values: readonly Tick[];
}

interface Dot<T> {
  readonly point: T;
  readonly x: number;
  readonly y: number;
}

interface Priced {
  readonly price: number;
  readonly value: number;
  readonly model: { readonly name: string };
}

export interface ValueAxis {
  readonly scale: 'log' | 'linear';
  /** Candidates; those outside the values are left out. */
  readonly ticks: readonly number[];
  readonly label: (value: number) => string;
}

const FRAME: Frame = { left: 0, right: 1000, top: 0, bottom: 300 };
const MIN_POINTS = 3;
const PRICE_TICKS = [0.001, 0.01, 0.1, 1, 10, 100, 1000];
/** A label begins at its point where it fits even on a phone, else it ends there. In pixels. */
const NARROWEST = 240;
const CHARACTER = 6.5;
const ABOVE = 8;

/** `null` for fewer than three points. `frontier` is a part of `points`, lowest value first. */
export function frontierChart<T extends Priced>(
  points: readonly T[],
  frontier: readonly T[],
  axis: ValueAxis,
): FrontierChart<T> | null {
  if (points.length < MIN_POINTS) return null;
  const { left, right, top, bottom } = FRAME;
  const prices = rangeOf(points.map(({ price }) => price));
  const values = rangeOf(points.map(({ value }) => value));
  const toY = scaleLog(prices, [top, bottom]);
  const toX = (axis.scale === 'log' ? scaleLog : scaleLinear)(values, [left, right]);
  const dotOf = (point: T): Dot<T> => ({
    point,
    x: Math.round(toX(point.value)),
    y: Math.round(toY(point.price)),
  });
  const marks = frontier.map(dotOf);
  const labels = spreadLabels(marks.map(({ y }, index) => ({ y: y - ABOVE, text: String(index) })));
  const labelYs = new Map(labels.map(({ text, y }) => [Number(text), y]));
  return {
    frame: FRAME,
    dots: points.filter((point) => !frontier.includes(point)).map(dotOf),
    marks: marks.map((mark, index) => ({
      ...mark,
      labelY: labelYs.get(index) ?? mark.y,
      isAtRight:
        ((mark.x - left) / (right - left)) * NARROWEST + mark.point.model.name.length * CHARACTER > NARROWEST,
    })),
    line: marks.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `V${y}H${x}`)).join(''),
    prices: within(PRICE_TICKS, prices).map((tick) => ({
      at: Math.round(toY(tick)),
      label: dollarLabel(tick),
    })),
    values: within(axis.ticks, values).map((tick) => ({
      at: Math.round(toX(tick)),
      label: axis.label(tick),
    })),
  };
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function within(ticks: readonly number[], [low, high]: readonly [number, number]): number[] {
  return ticks.filter((tick) => tick >= low && tick <= high);
}
