import { count } from '../../../catalog/figures.ts';
import { url } from '../../../site/urls.ts';
import { saveFile } from '../../base/client/save-file.ts';
import { loadFilterData } from '../../filter-panel/client/filter-data.ts';
import type { ShownList } from '../../models-table/client/shown-list.ts';
import type { ExportTable } from './export-table.ts';
import { fileName } from './file-name.ts';
import { readList } from './read-list.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';

interface Format {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  readonly print: (table: ExportTable) => string;
}

const FORMATS = new Map<string, Format>([
  ['csv', { label: 'CSV', extension: 'csv', type: 'text/csv', print: toCsv }],
  ['json', { label: 'JSON', extension: 'json', type: 'application/json', print: toJson }],
  ['markdown', { label: 'Markdown', extension: 'md', type: 'text/markdown', print: toMarkdown }],
]);

/** Makes the buttons of the menu of `Export.astro` copy and save what the list shows. */
export function fillMenu(menu: Element, shown: () => Promise<ShownList>): void {
  const status = menu.querySelector('[data-said]');
  const say = (text: string): void => {
    if (status) status.textContent = text;
  };
  for (const item of menu.querySelectorAll<HTMLElement>('[data-format]')) {
    const format = FORMATS.get(item.dataset.format ?? '');
    if (!format) continue;
    for (const button of item.querySelectorAll<HTMLButtonElement>('[data-how]')) {
      const isCopy = button.dataset.how === 'copy';
      // The clipboard requires a secure context. Without one, the button would do nothing.
      if (isCopy && !('clipboard' in navigator)) button.hidden = true;
      button.disabled = false;
      button.addEventListener('click', () => {
        (isCopy ? copy : save)(format, shown).then(say, () => {
          say(isCopy ? 'The browser did not allow the copy.' : 'The list could not be saved.');
        });
      });
    }
  }
}

async function copy(format: Format, shown: () => Promise<ShownList>): Promise<string> {
  const { table } = await read(shown);
  await navigator.clipboard.writeText(format.print(table));
  return `Copied ${count(table.rows.length, 'row')} as ${format.label}.`;
}

async function save(format: Format, shown: () => Promise<ShownList>): Promise<string> {
  const { table, list } = await read(shown);
  const path = location.pathname.slice(url('/').length);
  const name = fileName(path, list.isFiltered, table.dataAsOf, format.extension);
  saveFile(name, format.print(table), format.type);
  return `Saved ${count(table.rows.length, 'row')} as ${name}.`;
}

async function read(
  shown: () => Promise<ShownList>,
): Promise<{ readonly list: ShownList; readonly table: ExportTable }> {
  const list = await shown();
  // Without the data, or with that of another build, values are read from the cells.
  const data = await loadFilterData(list.filters).catch(() => null);
  return { list, table: readList(list, data) };
}
