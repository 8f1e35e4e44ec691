import { scaleLinear, scaleLog } from 'd3-scale';
import { dollarLabel } from './dollar-axis.ts';
import type { Frame, Tick } from './frame.ts';

/** A chart of prices, cheapest on top, by what they buy, most at the right. */
interface FrontierChart<T> {
  readonly frame: Frame;
  readonly dots: readonly Dot<T>[];
  /** The points of the frontier. */
  readonly marks: readonly Dot<T>[];
  /**
   * The numbers of the marks, from 1: `5–6` for two in one place. Nothing is above and to the right of a
   * mark, so a number there covers no point.
   */
  readonly numbers: readonly { readonly text: string; readonly x: number; readonly y: number }[];
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
  return {
    frame: FRAME,
    dots: points.filter((point) => !frontier.includes(point)).map(dotOf),
    marks,
    numbers: numbersOf(marks),
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

function numbersOf(marks: readonly Dot<unknown>[]): FrontierChart<unknown>['numbers'] {
  const places = Map.groupBy(marks.keys(), (index) => `${marks[index]?.x} ${marks[index]?.y}`);
  return [...places.values()].map((indexes) => {
    const [first = 0, last = first] = [indexes[0], indexes.at(-1)];
    const { x = 0, y = 0 } = marks[first] ?? {};
    return { text: first === last ? `${first + 1}` : `${first + 1}–${last + 1}`, x, y };
  });
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function within(ticks: readonly number[], [low, high]: readonly [number, number]): number[] {
  return ticks.filter((tick) => tick >= low && tick <= high);
}
