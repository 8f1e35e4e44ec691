import { scaleLinear } from 'd3-scale';
import { toNumber } from '../../catalog/decimal.ts';
import type { Price } from '../../catalog/price.ts';
import type { PriceStep } from '../../history/model-history.ts';
import { cellPrice } from '../../catalog/format.ts';
import { dollarTicks } from './dollar-axis.ts';
import { spreadLabels, type EndLabel, type Frame, type Tick } from './frame.ts';
import { stepPath } from './step-path.ts';
import { timeScale, timeTicks } from './time-axis.ts';

/** A step chart of input and output prices, ready to print as SVG. */
export interface StepChart {
  readonly frame: Frame;
  /** Path data. */
  readonly input: string;
  readonly output: string;
  readonly prices: readonly Tick[];
  readonly times: readonly Tick[];
  /** The label of each line, at its right end. */
  readonly names: readonly EndLabel[];
}

const FRAME: Frame = { left: 56, right: 656, top: 18, bottom: 178 };

/**
 * Draws the steps of a price from the first one to an ISO time; `null` if no price was ever above zero. Free
 * is zero. The line has a gap while a price is dynamic or unknown, or the model was not listed.
 */
export function stepChart(steps: readonly PriceStep[], until: string): StepChart | null {
  const [first] = steps;
  const highest = Math.max(
    0,
    ...steps.flatMap(({ prices }) => [valueOf(prices.input) ?? 0, valueOf(prices.output) ?? 0]),
  );
  if (!first || highest === 0) return null;
  const { right, top, bottom } = FRAME;
  // A removal is dated by the last capture with the model, so its lines end there.
  const x = timeScale([first.from, until], FRAME).clamp(true);
  const y = scaleLinear([0, highest], [bottom, top]).nice(2);
  const draw = (key: 'input' | 'output'): string =>
    stepPath(
      steps.map(({ from, prices, isListed }) => {
        const value = isListed ? valueOf(prices[key]) : null;
        return {
          x: Math.round(x(new Date(from))),
          y: value === null ? null : Math.round(y(value)),
        };
      }),
      right,
    );
  return {
    frame: FRAME,
    input: draw('input'),
    output: draw('output'),
    prices: dollarTicks(y, 2),
    times: timeTicks(x, FRAME, 4),
    names: namesAt(steps.findLast(({ isListed }) => isListed) ?? first, (value) => Math.round(y(value))),
  };
}

function namesAt({ prices }: PriceStep, y: (value: number) => number): StepChart['names'] {
  const names = (['output', 'input'] as const).flatMap((name) => {
    const value = valueOf(prices[name]);
    return value === null ? [] : [{ y: y(value), name, price: cellPrice(prices[name]) }];
  });
  const [output, input] = names;
  const distinct = output && output.price === input?.price ? [{ ...output, name: 'both' as const }] : names;
  return spreadLabels(distinct.map(({ y: at, name, price }) => ({ y: at, text: `${name} ${price}` })));
}

/** US dollars, 0 for free; `null` for a price that is not a number. */
export function valueOf(price: Price): number | null {
  if (price.kind === 'amount') return toNumber(price.usd);
  return price.kind === 'free' ? 0 : null;
}
