import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { dollarLabel } from './dollar-axis.ts';
import { spreadLabels, type EndLabel, type Frame, type Tick } from './frame.ts';
import { stepPath } from './step-path.ts';
import { timeScale, timeTicks } from './time-axis.ts';

/** A line of amounts, as steps. */
export interface Series {
  /** The label of its line. */
  readonly label: string;
  /** Oldest first. US dollars from an ISO time until the next one; `null` is a gap. */
  readonly points: readonly { readonly from: string; readonly value: number | null }[];
  /** ISO time of the end of its line. */
  readonly end: string;
}

interface OverlayLine {
  /** Index among the series, which gives its dashes and its marker. */
  readonly index: number;
  /** Path data. */
  readonly path: string;
  /** Where its markers are: at its start and its end. */
  readonly marks: readonly { readonly x: number; readonly y: number }[];
}

/** Amounts of several models as steps, ready to print as SVG. */
export interface OverlayChart {
  readonly frame: Frame;
  readonly isLogarithmic: boolean;
  readonly lines: readonly OverlayLine[];
  readonly prices: readonly Tick[];
  readonly times: readonly Tick[];
  readonly names: readonly (EndLabel & { readonly index: number })[];
}

/** Amounts further apart than this factor need a logarithmic scale to be told apart. */
const LINEAR_RANGE = 12;
const HEIGHT = 200;
const LABEL_HEIGHT = 16;
const TICK_DISTANCE = 24;
/** The label of a tick at zero where a model is free. */
const FREE = 'free';

/**
 * Draws series from their first time to an ISO time. Free is zero, below all amounts: a logarithmic scale
 * ends above it. `null` if no amount is above zero.
 */
export function overlayChart(series: readonly Series[], until: string): OverlayChart | null {
  const amounts = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const paid = amounts.filter((value) => value > 0);
  const froms = series.flatMap(({ points }) => points[0]?.from ?? []).sort();
  const [from] = froms;
  if (from === undefined || paid.length === 0) return null;
  const frame = {
    left: 56,
    right: 656,
    top: 18,
    bottom: 18 + Math.max(HEIGHT, series.length * LABEL_HEIGHT),
  };
  const x = timeScale([from, until], frame).clamp(true);
  const [lowest, highest] = [Math.min(...paid), Math.max(...paid)];
  const isLogarithmic = highest / lowest > LINEAR_RANGE;
  const hasFree = paid.length < amounts.length;
  const range = [isLogarithmic && hasFree ? frame.bottom - TICK_DISTANCE : frame.bottom, frame.top];
  const y = isLogarithmic
    ? scaleLog([lowest / 1.5, highest], range).clamp(true)
    : scaleLinear([0, highest], range).nice(2);
  const heightOf = (value: number): number => (value > 0 ? Math.round(y(value)) : frame.bottom);
  const drawn = series.flatMap(({ points, end, label }, index) => {
    const placed = points.map(({ from: time, value }) => ({
      x: Math.round(x(new Date(time))),
      y: value === null ? null : heightOf(value),
    }));
    const right = Math.round(x(new Date(end)));
    const [first, last] = [
      placed.find((point) => point.y !== null),
      placed.findLast((point) => point.y !== null),
    ];
    if (!first || !last || first.y === null || last.y === null) return [];
    const after = placed[placed.indexOf(last) + 1];
    const marks = [
      { x: first.x, y: first.y },
      { x: after?.x ?? right, y: last.y },
    ];
    return [
      { line: { index, path: stepPath(placed, right), marks }, name: { index, y: last.y, text: label } },
    ];
  });
  return {
    frame,
    isLogarithmic,
    lines: drawn.map(({ line }) => line),
    prices: hasFree ? [{ at: frame.bottom, label: FREE }, ...apart(y, frame.bottom)] : apart(y),
    times: timeTicks(x, frame, 4),
    names: below(spreadLabels(drawn.map(({ name }) => name)), frame.top),
  };
}

/** Labels moved down until none is above the chart. Expects them from the bottom up. */
function below<T extends EndLabel>(labels: readonly T[], top: number): readonly T[] {
  let lowest = top - LABEL_HEIGHT;
  return labels.toReversed().map((label) => {
    lowest = Math.max(label.y, lowest + LABEL_HEIGHT);
    return { ...label, y: lowest };
  });
}

/** Round amounts whose labels do not overlap each other, or a label at `foot`. */
function apart(y: ScaleContinuousNumeric<number, number>, foot = Infinity): readonly Tick[] {
  const kept: Tick[] = [];
  for (const value of y.ticks(3)) {
    const at = Math.round(y(value));
    const last = kept.at(-1)?.at ?? foot;
    if (last - at >= TICK_DISTANCE) kept.push({ at, label: dollarLabel(value) });
  }
  return kept;
}
