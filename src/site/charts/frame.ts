/**
 * The edges of a chart's plot area, in whole units. On a page a unit is a pixel vertically; horizontally the
 * plot area stretches to the available width.
 */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A tick on an axis. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The label of a line, at its right end. */
export interface EndLabel {
  readonly y: number;
  readonly text: string;
}

/** The place of a value in a plot area. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** The frame of charts over time. */
export const TIME_FRAME: Frame = { left: 56, right: 500, top: 14, bottom: 222 };

/** A horizontal position as a percentage of the plot area, for SVG: `43.2%`. */
export function share(at: number, { left, right }: Frame): string {
  return `${Math.round(((at - left) / (right - left)) * 1000) / 10}%`;
}

/** Minimum distance between labels. */
const LINE_HEIGHT = 16;

/** Moves overlapping labels apart, from the bottom up. */
export function spreadLabels<T extends EndLabel>(labels: readonly T[]): readonly T[] {
  const spread: T[] = [];
  for (const label of [...labels].sort((a, b) => b.y - a.y)) {
    const below = spread.at(-1);
    spread.push(below ? { ...label, y: Math.min(label.y, below.y - LINE_HEIGHT) } : label);
  }
  return spread;
}

/** The points of a line, and those of its last piece if that is drawn in another way: it joins the first. */
export function wholeAndPart<T>(points: readonly T[], hasPart: boolean): readonly [T[], T[]] {
  return hasPart ? [points.slice(0, -1), points.slice(-2)] : [[...points], []];
}
