import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../../src/catalog/categories.ts';
import { cellKey } from '../../../../src/catalog/cell-key.ts';
import { sortText } from '../../../../src/catalog/compare.ts';
import type { Model } from '../../../../src/catalog/model.ts';
import { SORT_KEYS } from '../../../../src/catalog/sort.ts';
import { largestRoom, NAME_ROOM, ROOMS, roomsOf } from '../../../../src/ui/models-table/client/rooms.ts';
import {
  cellHtml,
  tableClasses,
  withRooms,
  type Column,
  type Heading,
} from '../../../../src/ui/models-table/column.ts';
import { COLUMNS, columnsOfCategory, NAME } from '../../../../src/ui/models-table/columns.ts';
import { MAX_COLUMNS, placesCss } from '../../../../src/ui/models-table/places.ts';
import { outputColumns } from '../../../../src/ui/outputs/output-columns.ts';
import {
  RETIRED_LIST_COLUMNS,
  retiringColumns,
  type RetiredRow,
} from '../../../../src/ui/retired-table/past-columns.ts';
import { frozenWideModels } from '../../../support/frozen-models.ts';
import { aModel } from '../../../support/a-model.ts';
import { ROOT } from '../../../support/paths.ts';

const OUTPUTS = ['text', 'image', 'audio', 'video', 'speech', 'transcription', 'embeddings', 'rerank', 'new'];
const OUTPUT_LISTS = OUTPUTS.flatMap((output) =>
  (['priced', 'unstated', 'unknown'] as const).map((state) => outputColumns(output, state)),
);
const MODEL_LISTS: readonly (readonly Column[])[] = [
  COLUMNS,
  ...CATEGORY_NAMES.map(columnsOfCategory),
  ...OUTPUT_LISTS,
];

let models: readonly Model[];

beforeAll(async () => {
  models = await frozenWideModels();
});

const printed = (column: Column, model: Model) =>
  load(`<table><tr>${cellHtml(column, model).text}</table>`)('td');

describe('the columns of a table of models', () => {
  it('include one for each order of the list of models', () => {
    const sorting = [NAME, ...COLUMNS].filter(({ sort }) => sort).map(({ key }) => key);
    expect(sorting.sort()).toEqual([...SORT_KEYS].sort());
  });

  it('have different keys in each table', () => {
    for (const columns of [...MODEL_LISTS, RETIRED_LIST_COLUMNS, retiringColumns('2026-01-01')]) {
      const keys = [NAME, ...columns].map(({ key }) => key);
      expect(new Set(keys).size, keys.join()).toBe(keys.length);
    }
  });

  it('sort in the browser by the values that the pages are sorted by', () => {
    for (const column of new Set(MODEL_LISTS.flat())) {
      const { sort } = column;
      if (!sort) continue;
      // One table for all rows: a parse for each cell takes seconds.
      const $ = load(
        `<table>${models.map((model) => `<tr>${cellHtml(column, model).text}`).join('')}</table>`,
      );
      const keys = $('td')
        .toArray()
        .map((cell) => cellKey(sort.kind, $(cell).text(), $(cell).attr('data-sort')));
      const values = models.map(sort.value);
      expect(keys, column.key).toEqual(
        values.map((value) => (typeof value === 'string' ? sortText(value) : value)),
      );
    }
  });

  it('of retired models sort in the browser by the values of their orders', () => {
    const between = (by: string, isDated: boolean) => ({ after: '2026-01-05T00:00:00Z', by, isDated });
    const rows = models.slice(0, 50).map((model, place): RetiredRow => ({
      model,
      replacement: null,
      gone: between(`2026-02-${String((place % 28) + 1).padStart(2, '0')}T12:00:00Z`, place % 3 > 0),
      first: {
        between: between('2026-01-01T00:00:00Z', true),
        isBaseline: place % 2 > 0,
        since: '2026-01-01',
      },
      daysListed: place * 97,
    }));
    for (const column of RETIRED_LIST_COLUMNS) {
      const { sort } = column;
      if (!sort) continue;
      for (const row of rows) {
        const cell = load(`<table><tr>${cellHtml(column, row).text}</table>`)('td');
        const first = cell.contents().first().text().trim();
        expect(cellKey(sort.kind, first, cell.attr('data-sort')), column.key).toBe(sort.value(row));
      }
    }
    const retired = RETIRED_LIST_COLUMNS.find(({ key }) => key === 'retired');
    expect(rows.slice(0, 2).map((row) => retired?.show(row))).toEqual([
      { text: 'Feb 1, 2026', second: 'some time after Jan 5, 2026' },
      { text: 'Feb 2, 2026', second: undefined },
    ]);
  });

  it('of text sort without case and accents, with blanks last', () => {
    const tokenizer: Column = {
      key: 'tokenizer',
      header: 'Tokenizer',
      explanation: '',
      width: 78,
      isWords: true,
      sort: { kind: 'text', direction: 'asc', value: (model) => model.tokenizer },
      show: (model) => ({ text: model.tokenizer ?? '—' }),
    };
    const keys = ['Éclair', 'GPT', null, '—'].map((name) => {
      const cell = printed(tokenizer, aModel('a/m', { tokenizer: name }));
      return cellKey('text', cell.text(), cell.attr('data-sort'));
    });
    expect(keys).toEqual([sortText('Éclair'), 'gpt', null, '—']);
  });
});

describe('cellHtml', () => {
  it('writes a second line after the text, and what the cell sorts by', () => {
    const column: Column = {
      key: 'input',
      header: 'Input',
      explanation: '',
      width: 60,
      sort: { kind: 'number', direction: 'asc', value: () => 0.2 },
      show: () => ({ text: '$0.20', second: '$0.40 >272K' }),
    };
    expect(cellHtml(column, aModel('a/m')).text).toBe(
      '<td data-sort="0.2">$0.20 <small>$0.40 &gt;272K</small>',
    );
  });

  it('escapes what upstream wrote', () => {
    const hostile = aModel('a/m', { inputModalities: ['"><script>'], outputModalities: ['"><b>'] });
    for (const column of MODEL_LISTS.flat()) {
      expect(cellHtml(column, hostile).text).not.toMatch(/<script>|<b>/);
    }
  });
});

const TABLES: readonly (readonly Heading[])[] = [
  ...MODEL_LISTS,
  RETIRED_LIST_COLUMNS,
  retiringColumns('2026-01-01'),
];

describe('the columns that do not fit', () => {
  const css = placesCss();
  const costs = readFileSync(join(ROOT, 'src/ui/workload/cost-column.css'), 'utf8');

  it('are styled in every place that a table has, in its width', () => {
    for (const table of TABLES) {
      expect(table.length).toBeLessThanOrEqual(MAX_COLUMNS);
      for (const { key, width } of table) {
        expect(width, key).not.toBeNull();
        expect(css).toContain(`.w${width} { width: calc(${(width ?? 0) / 10}rem + var(--kept, 0rem)); }`);
      }
      for (const name of tableClasses(table, table[0]?.key)) {
        const rule = name.startsWith('m')
          ? `.${name} tr > :nth-child(${Number(name.slice(1)) - 1})`
          : name.startsWith('s')
            ? `.${name} tr > :nth-child(${name.slice(1)} of `
            : `.${name} { --d`;
        expect(name.startsWith('m') ? costs : css, name).toContain(rule);
      }
    }
  });

  it('leave room for the name and any sorted column, whatever fits', () => {
    for (const columns of TABLES) {
      for (const room of [...Object.values(ROOMS), 45]) {
        const shown = columns.filter(({ leaves }) => leaves === undefined || room >= ROOMS[leaves]);
        const hidden = columns.filter((column) => !shown.includes(column) && column.sort !== undefined);
        const sorted = Math.max(0, ...hidden.map(({ width }) => width ?? 0));
        const rest = room - (shown.reduce((sum, { width }) => sum + (width ?? 0), 0) + sorted) / 10;
        expect(rest, `${columns.map(({ key }) => key).join()} at ${room}`).toBeGreaterThanOrEqual(
          room === 45 ? 12.5 : NAME_ROOM,
        );
      }
    }
  });

  it('leave from the last one on, and the first column never', () => {
    const wide = (key: string): Column => ({
      key,
      header: key,
      explanation: '',
      width: 91,
      show: () => ({ text: key }),
    });
    const leaves = withRooms(['one', 'two', 'three', 'four', 'five'].map(wide)).map((one) => one.leaves);
    expect(leaves).toEqual([undefined, undefined, 'f', 'd', 'd']);
  });

  it('start with the one that needs the most room', () => {
    const rooms = (columns: readonly Heading[]) => columns.map(({ leaves }) => leaves ?? null);
    expect(largestRoom(rooms(COLUMNS))).toBe('a');
    expect(largestRoom(rooms(COLUMNS.filter(({ key }) => key !== 'newest')))).toBe('b');
    expect(largestRoom([null])).toBeNull();
  });

  const leaving = (columns: readonly Heading[]) =>
    columns.map(({ width, leaves = null }) => ({ width: (width ?? 0) / 10, leaves }));

  it('leave in no more room where some columns are not chosen, and the name keeps its room', () => {
    for (const table of MODEL_LISTS) {
      for (const missing of table) {
        const columns = leaving(table.filter((column) => column !== missing));
        const rooms = roomsOf(columns);
        columns.forEach(({ leaves }, place) => {
          const room = rooms[place] ?? null;
          if (leaves === null) expect(room).toBeNull();
          else if (room !== null) expect(ROOMS[room], missing.key).toBeLessThanOrEqual(ROOMS[leaves]);
        });
      }
    }
  });

  it('have more room where other columns are not chosen', () => {
    const chosen = COLUMNS.filter(({ key }) => ['input', 'output', 'popularity', 'newest'].includes(key));
    expect(roomsOf(leaving(chosen))).toEqual([null, null, null, null]);
    expect(roomsOf(leaving(COLUMNS.filter(({ key }) => key !== 'modalities')))[7]).toBe('c');
  });
});
