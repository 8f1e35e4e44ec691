/**
 * Where the axes of a chart stand, in whole units. On a page a unit is a pixel of height, while the width between the axes takes
 * what room there is.
 */
export interface Frame {
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

/** Of charts over time. */
export const TIME_FRAME: Frame = { left: 56, right: 500, top: 14, bottom: 222 };

/** Where a place lies between the axes, as SVG has it: `43.2%`. */
export function share(at: number, { left, right }: Frame): string {
  return `${Math.round(((at - left) / (right - left)) * 1000) / 10}%`;
}

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
