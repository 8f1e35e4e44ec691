import type { Root as HtmlRoot } from 'hast';
import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { cleanLine, cleanText, dropUnfit } from '../catalog/text.ts';
import { escapeHtml } from './html.ts';

/** The base URL of links without a host. */
const UPSTREAM_SITE = 'https://openrouter.ai';
const SAFE_PROTOCOLS = ['http', 'https', 'mailto'];
const REL = ['nofollow', 'noopener', 'external'];
/** The longest description so far had 4,075 characters. Anything much longer is a mistake or an attack. */
const MAX_LENGTH = 5_000;
const CELL_SEPARATOR = ' · ';

const SCHEMA: Schema = {
  tagNames: ['p', 'a', 'code', 'pre', 'em', 'strong', 'del', 'ul', 'ol', 'li', 'blockquote', 'br'],
  attributes: { a: ['href', ['rel', ...REL]] },
  protocols: { href: SAFE_PROTOCOLS },
  strip: ['script', 'style'],
};

// A single tilde is a range, as in `4~8B`. Parsed as strikethrough, it would disappear.
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(keepProse).freeze();

const toHtml = unified()
  .use(remarkRehype)
  .use(guardLinks)
  .use(neutralizeText)
  .use(rehypeSanitize, SCHEMA)
  .use(rehypeStringify)
  .freeze();

/**
 * Upstream's Markdown as safe HTML: prose, lists, code and links, nothing else. Raw tags are shown as text;
 * OpenRouter's relative links become absolute.
 */
export function renderMarkdown(markdown: string): string {
  try {
    return toHtml.stringify(toHtml.runSync(prose(markdown))).trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Thousands of nested quotes or lists overflow the stack. That is not prose, so its layout can be
    // dropped.
    return `<p>${escapeHtml(cleanLine(markdown.slice(0, MAX_LENGTH)))}</p>`;
  }
}

function prose(markdown: string): Root {
  return parser.runSync(parser.parse(cleanText(markdown.slice(0, MAX_LENGTH)))) as Root;
}

/** Replaces elements that do not belong in a description with equivalent prose, so that no words are lost. */
function keepProse() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const isFlow = !PHRASING_PARENTS.has(parent.type);
      const replacement = proseOf(node as RootContent, isFlow);
      if (replacement === null) return;
      parent.children.splice(index, 1, ...(replacement as typeof parent.children));
      return index;
    });
  };
}

const PHRASING_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

/** The replacement of a node; `null` to keep the node. */
function proseOf(node: RootContent, isFlow: boolean): RootContent[] | null {
  switch (node.type) {
    case 'html': {
      const text = { type: 'text', value: node.value } as const;
      return [isFlow ? paragraph([text]) : text];
    }
    case 'image':
    case 'imageReference':
      return [{ type: 'text', value: node.alt ?? '' }];
    case 'heading':
      return [paragraph([{ type: 'strong', children: node.children }])];
    case 'table':
      return rowsOf(node);
    case 'footnoteReference':
      return [{ type: 'text', value: `[${node.label ?? node.identifier}]` }];
    case 'footnoteDefinition':
      return node.children;
    default:
      return null;
  }
}

function rowsOf({ children: rows }: Table): Paragraph[] {
  return rows.map((row) =>
    paragraph(
      row.children.flatMap((cell, i): PhrasingContent[] => [
        ...(i === 0 ? [] : [{ type: 'text', value: CELL_SEPARATOR } as const]),
        ...cell.children,
      ]),
    ),
  );
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/**
 * Makes links absolute and marks them as external. Links to anything but a web page or a mailbox become plain
 * text.
 */
function guardLinks() {
  return (tree: HtmlRoot) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'a') return;
      const href = safeAddress(node.properties.href);
      if (href !== null) node.properties = { href, rel: REL };
      else if (parent !== undefined && index !== undefined)
        parent.children.splice(index, 1, ...node.children);
    });
  };
}

function safeAddress(href: unknown): string | null {
  if (typeof href !== 'string' || !URL.canParse(href, UPSTREAM_SITE)) return null;
  const url = new URL(href, UPSTREAM_SITE);
  return SAFE_PROTOCOLS.includes(url.protocol.slice(0, -1)) ? url.href : null;
}

/** Runs after parsing, because Markdown entities can encode any character. */
function neutralizeText() {
  return (tree: HtmlRoot) => {
    visit(tree, 'text', (node) => {
      node.value = dropUnfit(node.value);
    });
  };
}
