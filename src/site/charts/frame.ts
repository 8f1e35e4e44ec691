/** The view box of a chart over time, and where its axes stand. Lengths are whole units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A place on an axis. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The name of a line, where it ends. */
export interface EndLabel {
  readonly y: number;
  readonly text: string;
}

/** Room on the left for figures, on the right for the names of lines, below for times. */
export const TIME_FRAME: Frame = { width: 620, height: 250, left: 56, right: 500, top: 14, bottom: 222 };

/** Names stand at least so far apart. */
const LINE_HEIGHT = 16;

/** Moves names apart that would overlap, from the bottom up. */
export function spreadLabels(labels: readonly EndLabel[]): readonly EndLabel[] {
  const spread: EndLabel[] = [];
  for (const label of [...labels].sort((a, b) => b.y - a.y)) {
    const below = spread.at(-1);
    spread.push(below ? { ...label, y: Math.min(label.y, below.y - LINE_HEIGHT) } : label);
  }
  return spread;
}
