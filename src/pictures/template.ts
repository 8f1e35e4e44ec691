import { SITE_NAME } from '../site/head.ts';
import { PALETTE } from '../styles/palette.ts';
import { chartNode } from './chart-node.ts';
import { factLine, type PictureContent, type PictureFact } from './content.ts';
import { FONT_FAMILY } from './file.ts';
import { column, row, text, type PictureNode } from './nodes.ts';

/**
 * The only template of the pictures: ink on paper, in the light theme's colors. Sizes are in pixels. Titles,
 * authors and ids may be cut; prices never are, so their size follows from their length.
 */

/** The light theme's color of a name. */
const light = (name: keyof typeof PALETTE): string => PALETTE[name][0];
const px = (size: number): string => `${Math.round(size)}px`;

/** The average width of a figure's characters, as a share of its font size, rounded up. */
const DIGIT_WIDTH = 0.54;
const WIDE = { figures: 3, width: 310, gap: 56, largest: 64, label: 26, unit: 24 };
/** Beside a chart or a list; further facts stand below, one a line. */
const NARROW = { figures: 2, width: 205, gap: 28, largest: 52, label: 24, unit: 22 };
type Room = typeof WIDE;
const SMALLEST_FIGURE = 16;

export function pictureNode(content: PictureContent): PictureNode {
  const { kicker, chart, list } = content;
  return column(
    {
      width: '100%',
      height: '100%',
      padding: '48px 72px',
      backgroundColor: light('paper'),
      color: light('ink'),
      fontFamily: FONT_FAMILY,
      justifyContent: 'space-between',
    },
    column(
      { width: '100%' },
      row(
        { width: '100%', justifyContent: 'space-between', alignItems: 'center', gap: px(40) },
        text(kicker, { fontSize: px(34), fontWeight: 600, color: light('accent'), minWidth: 0 }),
        text(SITE_NAME, { fontSize: px(30), color: light('faint'), flexShrink: 0 }),
      ),
      heading(content),
    ),
    row(
      { width: '100%', borderTop: `2px solid ${light('line-strong')}`, paddingTop: px(24), gap: px(36) },
      figures(content, chart === null && list.length === 0 ? WIDE : NARROW),
      ...(chart === null ? [] : [chartNode(chart)]),
      ...(list.length === 0 ? [] : [listNode(list)]),
    ),
  );
}

function heading({ title, subtitle, tag }: PictureContent): PictureNode {
  const { size, lines } = titleSize(title);
  return column(
    { width: '100%', marginTop: px(12), gap: px(8) },
    text(title, { fontSize: px(size), fontWeight: 600, lineHeight: 1.1, width: '100%' }, lines),
    row(
      { gap: px(20), alignItems: 'center', width: '100%' },
      ...(tag === null ? [] : [tagNode(tag)]),
      ...(subtitle === '' ? [] : [text(subtitle, { fontSize: px(28), color: light('faint'), minWidth: 0 })]),
    ),
  );
}

function tagNode(tag: string): PictureNode {
  const style = {
    fontSize: px(26),
    color: light('warn'),
    backgroundColor: light('warn-soft'),
    borderRadius: px(8),
    padding: '4px 14px 6px',
    flexShrink: 0,
  };
  return text(tag, style);
}

/** A long title is smaller and takes more lines. */
function titleSize({ length }: string): { readonly size: number; readonly lines: number } {
  if (length <= 22) return { size: 80, lines: 1 };
  if (length <= 28) return { size: 66, lines: 1 };
  if (length <= 50) return { size: 56, lines: 2 };
  return { size: 46, lines: 3 };
}

function figures({ facts, remarks }: PictureContent, room: Room): PictureNode {
  const lines = [...facts.slice(room.figures).map(factLine), ...remarks];
  return column(
    { flexGrow: 1, flexBasis: 0, minWidth: 0, gap: px(14), justifyContent: 'space-between' },
    row({ gap: px(room.gap) }, ...facts.slice(0, room.figures).map((fact) => figure(fact, room))),
    column(
      {},
      ...lines.map((line) => text(line, { fontSize: px(25), color: light('soft'), lineHeight: 1.2 }, 2)),
    ),
  );
}

function figure({ label, value, unit }: PictureFact, room: Room): PictureNode {
  const fitting = room.width / (value.length * DIGIT_WIDTH);
  const size = Math.max(SMALLEST_FIGURE, Math.min(room.largest, fitting));
  return column(
    { flexShrink: 0, maxWidth: px(room.width) },
    text(label, { fontSize: px(room.label), color: light('soft') }),
    row(
      { height: px(room.largest * 1.25), alignItems: 'center' },
      text(value, { fontSize: px(size), fontWeight: 600, lineHeight: 1.2 }, 3),
    ),
    ...(unit === '' ? [] : [text(unit, { fontSize: px(room.unit), color: light('faint') }, 2)]),
  );
}

function listNode(lines: readonly string[]): PictureNode {
  return column(
    { width: px(700), flexShrink: 0 },
    ...lines.map((line) => text(line, { fontSize: px(30), lineHeight: 1.4 })),
  );
}
