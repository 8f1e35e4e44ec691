import { MISSING } from '../../../catalog/figures.ts';
import { valueText, type ExportTable } from './export-table.ts';

/** A list as a Markdown table below what it is. Names link to the pages of their models. */
export function toMarkdown({ title, about, address, columns, rows }: ExportTable): string {
  const lines = rows.map(({ values, address: page }) =>
    values.map((value, place) => {
      const text = escape(valueText(value)) || MISSING;
      return columns[place]?.key === 'name' ? `[${text}](<${page}>)` : text;
    }),
  );
  const table = [columns.map(({ label }) => escape(label)), columns.map(() => '---'), ...lines];
  return [
    `**${escape(title)}.** ${escape(about)} <${address}>`,
    '',
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

/** Text from upstream may contain anything that Markdown or HTML would read as markup. */
function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&|~#!]/g, '\\$&');
}
