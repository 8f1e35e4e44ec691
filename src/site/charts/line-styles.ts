/** The dashes and markers of lines, so that each can be told from the others without color. */

const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 4', '14 4'];
const MARKERS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5L5 0L0 5L-5 0Z',
  'M0 5L5 -4H-5Z',
];

interface LineStyle {
  /** `undefined`: a solid line. */
  readonly dashes: string | undefined;
  /** Path data around 0, 0. */
  readonly marker: string;
  /** Whether the marker is empty. */
  readonly isHollow: boolean;
}

/** Thirty styles in turn. */
export function lineStyle(index: number): LineStyle {
  return {
    dashes: DASHES[index % DASHES.length],
    marker: MARKERS[index % MARKERS.length] ?? '',
    isHollow: index % 2 === 1,
  };
}
