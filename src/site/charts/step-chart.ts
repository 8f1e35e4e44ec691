import { scaleLinear, scaleUtc } from 'd3-scale';
import { toNumber } from '../../catalog/decimal.ts';
import type { Price } from '../../catalog/price.ts';
import type { PriceStep } from '../../history/history.ts';
import { cellPrice, cellUsd } from '../format.ts';
import { timeLabel } from './time-label.ts';

/** A step chart of input and output price, ready to be printed as SVG: lengths in whole units of the view box. */
export interface StepChart {
  readonly width: number;
  readonly height: number;
  /** Where the lines end and their names begin. */
  readonly right: number;
  readonly bottom: number;
  /** Path data. */
  readonly input: string;
  readonly output: string;
  readonly prices: readonly { readonly y: number; readonly label: string }[];
  readonly times: readonly { readonly x: number; readonly label: string }[];
  /** What each line is, at its end. */
  readonly names: readonly { readonly y: number; readonly name: string; readonly price: string }[];
}

const WIDTH = 760;
const HEIGHT = 200;
const TOP = 18;
const RIGHT = 652;
const BOTTOM = 178;
/** Names at the ends of the lines are at least so far apart. */
const LINE_HEIGHT = 15;

/**
 * Draws the steps of a price from the first one until an ISO time; `null` when no price was ever a number. Free is zero; where
 * a price is dynamic or unknown, or the model was not listed, there is no line.
 */
export function stepChart(steps: readonly PriceStep[], until: string): StepChart | null {
  const [first] = steps;
  const highest = Math.max(
    ...steps.flatMap(({ prices }) => [valueOf(prices.input), valueOf(prices.output)]).map(Number),
  );
  if (!first || highest <= 0) return null;
  const x = scaleUtc([new Date(first.from), new Date(until)], [0, RIGHT]);
  const y = scaleLinear([0, highest], [BOTTOM, TOP]).nice(3);
  const draw = (key: 'input' | 'output'): string =>
    stepPath(
      steps.map(({ from, prices, isListed }) => {
        const value = isListed ? valueOf(prices[key]) : null;
        return { x: Math.round(x(new Date(from))), y: value === null ? null : Math.round(y(value)) };
      }),
      RIGHT,
    );
  return {
    width: WIDTH,
    height: HEIGHT,
    right: RIGHT,
    bottom: BOTTOM,
    input: draw('input'),
    output: draw('output'),
    prices: y
      .ticks(3)
      .map((tick) => ({ y: Math.round(y(tick)), label: cellUsd(String(Number(tick.toPrecision(6)))) })),
    times: x
      .ticks(4)
      .map((time) => ({ x: Math.round(x(time)), label: timeLabel(time, x.domain() as [Date, Date]) }))
      .filter(({ x: place }) => place > 30 && place < RIGHT - 20),
    names: namesAt(steps.findLast(({ isListed }) => isListed) ?? first, (value) => Math.round(y(value))),
  };
}

/** `M0 20H35V12H90`: a line that keeps its height until the next point; a point without a height ends it. */
export function stepPath(
  points: readonly { readonly x: number; readonly y: number | null }[],
  end: number,
): string {
  let path = '';
  let height: number | null = null;
  for (const { x, y } of points) {
    if (y === height) continue;
    path += height === null ? `M${x} ${y ?? 0}` : y === null ? `H${x}` : `H${x}V${y}`;
    height = y;
  }
  return height === null ? path : `${path}H${end}`;
}

function namesAt({ prices }: PriceStep, y: (value: number) => number): StepChart['names'] {
  const names = (['output', 'input'] as const).flatMap((name) => {
    const value = valueOf(prices[name]);
    return value === null ? [] : [{ y: y(value) + 4, name, price: cellPrice(prices[name]) }];
  });
  const [output, input] = names;
  if (!output || !input) return names;
  if (output.price === input.price) return [{ ...input, name: 'both' }];
  // The axis is below, so the lower name stays and the upper one makes room.
  const [upper, lower] = output.y <= input.y ? [output, input] : [input, output];
  return [{ ...upper, y: Math.min(upper.y, lower.y - LINE_HEIGHT) }, lower];
}

function valueOf(price: Price): number | null {
  if (price.kind === 'amount') return toNumber(price.usd);
  return price.kind === 'free' ? 0 : null;
}
