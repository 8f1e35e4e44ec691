import { MISSING } from '../../../catalog/figures.ts';
import { markdownText } from '../../../catalog/markdown-text.ts';
import { valueText, type ExportTable } from './export-table.ts';

/** A list as a Markdown table below what it is. Names link to the pages of their models. */
export function toMarkdown({ title, about, address, columns, rows }: ExportTable): string {
  const lines = rows.map(({ values, address: page }) =>
    values.map((value, place) => {
      const text = markdownText(valueText(value)) || MISSING;
      return columns[place]?.key === 'name' ? `[${text}](<${page}>)` : text;
    }),
  );
  const table = [columns.map(({ label }) => markdownText(label)), columns.map(() => '---'), ...lines];
  return [
    `**${markdownText(title)}.** ${markdownText(about)} <${address}>`,
    '',
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
