import { onlyDrawn } from './drawable.ts';

/** What the renderer lays out: boxes, texts and images with CSS properties in camel case. */
export type PictureNode =
  | { readonly type: 'container'; readonly style: Style; readonly children: PictureNode[] }
  | { readonly type: 'text'; readonly style: Style; readonly text: string }
  | { readonly type: 'image'; readonly style: Style; readonly src: string };

export type Style = Readonly<Record<string, string | number>>;

export function row(style: Style, ...children: PictureNode[]): PictureNode {
  return { type: 'container', style: { display: 'flex', flexDirection: 'row', ...style }, children };
}

export function column(style: Style, ...children: PictureNode[]): PictureNode {
  return row({ flexDirection: 'column', ...style }, ...children);
}

/** A text of one line, or of at most `lines`; a longer one ends in an ellipsis. */
export function text(content: string, style: Style, lines = 1): PictureNode {
  return {
    type: 'text',
    style: { lineClamp: lines, textOverflow: 'ellipsis', overflowWrap: 'anywhere', ...style },
    text: onlyDrawn(content),
  };
}

/** An SVG document. */
export function drawing(svg: string, { width, height }: { width: number; height: number }): PictureNode {
  return { type: 'image', style: { width: `${width}px`, height: `${height}px` }, src: svg };
}

/** Every text of a tree, in order. */
export function textsOf(node: PictureNode): readonly string[] {
  if (node.type === 'text') return [node.text];
  return node.type === 'container' ? node.children.flatMap(textsOf) : [];
}
