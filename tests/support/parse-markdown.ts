import type { Nodes, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** The words of a node, without markup. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function headingsOf(root: Root): readonly string[] {
  return root.children.flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${textOf(node)}`] : []));
}

/** The cells of the table below a heading; none without one. */
export function tableBelow(root: Root, title: string): readonly (readonly string[])[] {
  const at = root.children.findIndex((node) => node.type === 'heading' && textOf(node) === title);
  const found =
    at < 0 ? undefined : root.children.slice(at).find((node): node is Table => node.type === 'table');
  return found?.children.map((row) => row.children.map(textOf)) ?? [];
}

/** The addresses of links that do not show where they lead, and the types of all nodes. */
export function contentsOf(root: Root): {
  readonly links: readonly string[];
  readonly types: ReadonlySet<string>;
} {
  const links: string[] = [];
  const types = new Set<string>();
  visit(root, (node) => {
    types.add(node.type);
    if (node.type === 'link' && !node.url.endsWith(textOf(node))) links.push(node.url);
  });
  return { links, types };
}
