import { count } from '../../../catalog/figures.ts';
import { url } from '../../../site/urls.ts';
import { BUTTON } from '../../base/client/button.ts';
import { saveFile } from '../../base/client/save-file.ts';
import { loadFilterData } from '../../filter-panel/client/filter-data.ts';
import type { ShownList } from '../../models-table/client/shown-list.ts';
import { el } from '../../search/client/dom.ts';
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

const FORMATS: readonly Format[] = [
  { label: 'CSV', extension: 'csv', type: 'text/csv', print: toCsv },
  { label: 'JSON', extension: 'json', type: 'application/json', print: toJson },
  { label: 'Markdown', extension: 'md', type: 'text/markdown', print: toMarkdown },
];

/** Fills the menu of `Export.astro` with buttons that copy and save what the list shows. */
export function fillMenu(menu: Element, shown: () => Promise<ShownList>): void {
  const status = el(
    'p',
    { class: 'max-w-[20rem] pt-2 text-sm text-soft', 'aria-live': 'polite', 'data-said': '' },
    'The rows and columns shown, in this order.',
  );
  const newButton = (
    word: string,
    rest: string,
    run: () => Promise<string>,
    problem: string,
  ): HTMLElement => {
    const words = el('span', { class: 'sr-only' }, rest);
    const button = el('button', { type: 'button', class: BUTTON }, `${word} `, words);
    button.addEventListener('click', () => {
      const say = (said: string): void => {
        status.textContent = said;
      };
      run().then(say, () => {
        say(problem);
      });
    });
    return button;
  };
  const items = FORMATS.map((format) => {
    const { label } = format;
    const buttons = [
      newButton('Save', `as ${label} file`, () => save(format, shown), 'The list could not be saved.'),
    ];
    // The clipboard requires a secure context. Without one, the button would do nothing.
    if ('clipboard' in navigator)
      buttons.unshift(
        newButton('Copy', `as ${label}`, () => copy(format, shown), 'The browser did not allow the copy.'),
      );
    return el(
      'li',
      { class: 'flex items-center gap-2 py-1' },
      el('span', { class: 'flex-1 pr-4' }, label),
      ...buttons,
    );
  });
  menu.querySelector('summary + div')?.replaceChildren(el('ul', {}, ...items), status);
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
