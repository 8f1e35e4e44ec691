import { markdownText } from '../../catalog/markdown-text.ts';

/** Parts of Markdown documents. What they are given is plain text, which they escape. */

/** A piece of Markdown that needs no escaping. */
export interface Markdown {
  readonly markdown: string;
  /** Within a table, if it cannot be the same there. */
  readonly inCell?: string;
}

export type Inline = string | Markdown;

export function raw(markdown: string): Markdown {
  return { markdown };
}

function inline(text: Inline): string {
  return typeof text === 'string' ? markdownText(text) : text.markdown;
}

/** Text without a break, in the typeface of code. */
export function code(text: string): Markdown {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  const markdown = fence + space + line + space + fence;
  // In a table, code cannot have a bar after a backslash.
  return line.includes('|') ? { markdown, inCell: markdownText(line) } : { markdown };
}

export function link(text: Inline, address: string): Markdown {
  return raw(`[${inline(text)}](<${address.replace(/[\s<>\\`|&]/g, encodeURIComponent)}>)`);
}

export function heading(level: 1 | 2, text: Inline): string {
  return `${'#'.repeat(level)} ${inline(text)}`;
}

/** Pieces with nothing between them. */
export function paragraph(...parts: readonly Inline[]): string {
  const text = parts.map(inline).join('').trimStart();
  // A line that begins like an item of a list or a rule would be one.
  return text.replace(/^(\d{0,9})([-+=.)])/, '$1\\$2');
}

export function bullets(items: readonly (readonly Inline[])[]): string {
  return items.map((parts) => `- ${paragraph(...parts)}`).join('\n');
}

export function table(head: readonly Inline[], rows: readonly (readonly Inline[])[]): string {
  const line = (cells: readonly Inline[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cell(content: Inline): string {
  return typeof content === 'string' ? inline(content) : (content.inCell ?? content.markdown);
}

/** Blocks with a blank line between them; empty ones are left out. */
export function document(...blocks: readonly (string | null)[]): string {
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

/** A heading and what is below it; nothing where there is nothing. */
export function section(title: string, ...blocks: readonly (string | null)[]): string | null {
  const filled = blocks.filter((block) => block !== null && block !== '');
  return filled.length === 0 ? null : [heading(2, title), ...filled].join('\n\n');
}
