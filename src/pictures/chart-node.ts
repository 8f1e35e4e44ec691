import { PALETTE } from '../styles/palette.ts';
import type { PictureChart } from './content.ts';
import { column, drawing, row, text, type PictureNode } from './nodes.ts';

/** The plot, in pixels, and the room for prices on its left. */
const PLOT = { width: 500, height: 156 };
const LABELS = 74;
const DATE_WIDTH = 96;
/** Half of a line's width, which lines at an edge need. */
const EDGE = 4;
const LABEL_STYLE = {
  fontSize: '20px',
  color: PALETTE.faint[0],
  position: 'absolute',
  lineHeight: 1,
} as const;

/** Prices as steps over time, with round prices on the left, dates below, and a caption. */
export function chartNode({ frame, input, output, prices, times }: PictureChart): PictureNode {
  const { left, right, top, bottom } = frame;
  const across = (at: number) => Math.round(((at - left) / (right - left)) * PLOT.width);
  const down = (at: number) => Math.round(EDGE + ((at - top) / (bottom - top)) * (PLOT.height - 2 * EDGE));
  const path = (data: string) => placed(data, across, down);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PLOT.width}" height="${PLOT.height}" fill="none">`,
    `<path d="${prices.map(({ at }) => `M0 ${down(at)}H${PLOT.width}`).join('')}" stroke="${PALETTE.line[0]}" stroke-width="2"/>`,
    `<path d="${path(input)}" stroke="${PALETTE.bar[0]}" stroke-width="4" stroke-dasharray="9 6"/>`,
    `<path d="${path(output)}" stroke="${PALETTE.accent[0]}" stroke-width="4"/>`,
    '</svg>',
  ].join('');
  return column(
    { width: `${PLOT.width + LABELS}px`, flexShrink: 0 },
    row(
      { position: 'relative', height: `${PLOT.height + 28}px`, paddingLeft: `${LABELS}px` },
      drawing(svg, PLOT),
      ...prices.map(({ at, label }) =>
        text(label, { ...LABEL_STYLE, right: `${PLOT.width + 10}px`, top: `${down(at) - 11}px` }),
      ),
      ...times
        .filter(({ at }) => across(at) <= PLOT.width - DATE_WIDTH / 2)
        .map(({ at, label }) =>
          text(label, {
            ...LABEL_STYLE,
            left: `${LABELS + across(at) - DATE_WIDTH / 2}px`,
            top: `${PLOT.height + 6}px`,
            width: `${DATE_WIDTH}px`,
            textAlign: 'center',
          }),
        ),
    ),
    text('Price history: output solid, input dashed', {
      fontSize: '22px',
      color: PALETTE.faint[0],
      paddingLeft: `${LABELS}px`,
    }),
  );
}

/** Path data of steps (`M`, `H` and `V` with whole numbers) at other places. */
function placed(data: string, across: (x: number) => number, down: (y: number) => number): string {
  return data
    .replace(/V(\d+)/g, (_, y: string) => `V${down(Number(y))}`)
    .replace(/H(\d+)/g, (_, x: string) => `H${across(Number(x))}`)
    .replace(/M(\d+) (\d+)/g, (_, x: string, y: string) => `M${across(Number(x))} ${down(Number(y))}`);
}
