import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../../src/catalog/categories.ts';
import { cellKey } from '../../../../src/catalog/cell-key.ts';
import { sortText } from '../../../../src/catalog/compare.ts';
import type { Model } from '../../../../src/catalog/model.ts';
import { SORT_KEYS } from '../../../../src/catalog/sort.ts';
import { cellHtml, minWidth, MIN_WIDTHS, type Column } from '../../../../src/ui/models-table/column.ts';
import { COLUMNS, columnsOfCategory, NAME } from '../../../../src/ui/models-table/columns.ts';
import { outputColumns } from '../../../../src/ui/outputs/output-columns.ts';
import { RETIRED_COLUMNS, retiringColumns } from '../../../../src/ui/retired-table/past-columns.ts';
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
    for (const columns of [...MODEL_LISTS, RETIRED_COLUMNS, retiringColumns('2026-01-01')]) {
      const keys = [NAME, ...columns].map(({ key }) => key);
      expect(new Set(keys).size, keys.join()).toBe(keys.length);
    }
  });

  it('sort in the browser by the values that the pages are sorted by', () => {
    for (const column of new Set(MODEL_LISTS.flat())) {
      const { sort } = column;
      if (!sort) continue;
      for (const model of models) {
        const cell = printed(column, model);
        const value = sort.value(model);
        const key = typeof value === 'string' ? sortText(value) : value;
        expect(cellKey(sort.kind, cell.text(), cell.attr('data-sort')), `${column.key} of ${model.id}`).toBe(
          key,
        );
      }
    }
  });

  it('of text sort without case and accents, with blanks last', () => {
    const tokenizer: Column = {
      key: 'tokenizer',
      header: 'Tokenizer',
      explanation: '',
      width: 77,
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
  it('writes the label that phones show', () => {
    for (const column of MODEL_LISTS.flat()) {
      const label = printed(column, models[0] ?? aModel('a/m')).attr('data-l');
      expect(label?.startsWith(column.header)).toBe(true);
    }
  });

  it('escapes what upstream wrote', () => {
    const hostile = aModel('a/m', { inputModalities: ['"><script>'], outputModalities: ['"><b>'] });
    for (const column of MODEL_LISTS.flat()) {
      expect(cellHtml(column, hostile).text).not.toMatch(/<script>|<b>/);
    }
  });
});

describe('column widths', () => {
  const css = readFileSync(join(ROOT, 'src/ui/models-table/table-columns.css'), 'utf8');

  it('have a class each', () => {
    const every = [...MODEL_LISTS, RETIRED_COLUMNS, retiringColumns('2026-01-01')].flat();
    for (const { key, width } of every) {
      expect(width, key).not.toBeNull();
      expect(css).toContain(`.w${width} {\n    width: ${(width ?? 0) / 10}rem;`);
    }
  });

  it('leave room for the name in the narrowest table', () => {
    for (const least of MIN_WIDTHS) expect(css).toContain(`.least-${least} {\n  min-width: ${least}rem;`);
    const wide = { key: 'wide', header: 'Wide', explanation: '', width: 170 } as const;
    for (const columns of [...MODEL_LISTS, [...COLUMNS, wide], RETIRED_COLUMNS]) {
      const room = columns.reduce((rest, { width }) => rest - (width ?? 0) / 10, minWidth(columns));
      expect(room).toBeGreaterThan(12.5);
    }
  });
});
