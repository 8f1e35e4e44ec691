import { describe, expect, it } from 'vitest';
import type { ExportTable } from '../../../../src/ui/export/client/export-table.ts';
import { fileName } from '../../../../src/ui/export/client/file-name.ts';
import { toCsv } from '../../../../src/ui/export/client/to-csv.ts';
import { toJson } from '../../../../src/ui/export/client/to-json.ts';
import { toMarkdown } from '../../../../src/ui/export/client/to-markdown.ts';

const table = (...values: ExportTable['rows'][number]['values'][]): ExportTable => ({
  title: 'Models',
  about: '1 model. Data as of 2026-08-22.',
  dataAsOf: '2026-08-22',
  address: 'https://catalog.example/models/?can=tools,reasoning',
  columns: [
    { key: 'name', label: 'Model' },
    { key: 'input', label: 'Input ($ / M tokens)' },
    { key: 'context', label: 'Context (tokens)' },
    { key: 'features', label: 'Features' },
  ],
  rows: values.map((own) => ({ address: 'https://catalog.example/models/acme/oak/', values: own })),
});

describe('toCsv', () => {
  it('prints a header, rows, the day of the data and the address, with lines that end as RFC 4180 says', () => {
    expect(toCsv(table(['Oak', '0.05', 128_000, ['Tools', 'Reasoning']]))).toBe(
      'Model,Input ($ / M tokens),Context (tokens),Features,Data as of,View\r\n' +
        'Oak,0.05,128000,"Tools, Reasoning",2026-08-22,"https://catalog.example/models/?can=tools,reasoning"\r\n',
    );
  });

  it('quotes commas, quotes and line breaks, and leaves out what is not stated', () => {
    expect(toCsv(table(['A "b", c\nd', 'free', null, []]))).toContain('\r\n"A ""b"", c\nd",free,,,2026');
    expect(toCsv(table(['A\nb', 'free', null, []]))).toContain('\r\n"A\nb",free,,,2026');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'puts an apostrophe before %j, which a spreadsheet would run',
    (formula) => {
      const [, line = ''] = toCsv(table([formula, 'free', null, []])).split('\r\n');
      expect(line.replace(/^"/, '').startsWith(`'${formula.slice(0, 1)}`)).toBe(true);
    },
  );
});

describe('toJson', () => {
  it('prints what the list is and its models by the keys of the columns', () => {
    expect(JSON.parse(toJson(table(['Oak', '0.05', 128_000, ['Tools']])))).toEqual({
      title: 'Models',
      about: '1 model. Data as of 2026-08-22.',
      data_as_of: '2026-08-22',
      address: 'https://catalog.example/models/?can=tools,reasoning',
      columns: table().columns,
      models: [{ name: 'Oak', input: '0.05', context: 128_000, features: ['Tools'] }],
    });
  });

  it('keeps what is not stated as null', () => {
    expect(toJson(table(['Oak', 'free', null, []]))).toContain('"context": null');
  });
});

describe('toMarkdown', () => {
  it('prints what the list is above a table whose names are links', () => {
    expect(toMarkdown(table(['Oak', '0.05', null, ['Tools']]))).toBe(
      [
        '**Models.** 1 model. Data as of 2026-08-22. <https://catalog.example/models/?can=tools,reasoning>',
        '',
        '| Model | Input ($ / M tokens) | Context (tokens) | Features |',
        '| --- | --- | --- | --- |',
        '| [Oak](<https://catalog.example/models/acme/oak/>) | 0.05 | — | Tools |',
        '',
      ].join('\n'),
    );
  });

  it('escapes text that Markdown or HTML would read as markup', () => {
    const hostile = 'a|b\n# [x](javascript:1) <img> `c` *d* _e_ \\';
    expect(toMarkdown(table([hostile, 'free', 1, []]))).toContain(
      '| [a\\|b \\# \\[x\\](javascript:1) \\<img\\> \\`c\\` \\*d\\* \\_e\\_ \\\\](<',
    );
  });
});

describe('fileName', () => {
  it.each([
    ['models/', false, 'modeldex-models-2026-08-22.csv'],
    ['authors/openai/', true, 'modeldex-authors-openai-filtered-2026-08-22.csv'],
    ['categories/marketing/seo', false, 'modeldex-categories-marketing-seo-2026-08-22.csv'],
    ['', false, 'modeldex-2026-08-22.csv'],
    ['authors/%2e%2e/~x', false, 'modeldex-authors--2e-2e--x-2026-08-22.csv'],
  ])('of the list at %s, filtered: %s, is %s', (path, isFiltered, name) => {
    expect(fileName(path, isFiltered, '2026-08-22', 'csv')).toBe(name);
  });
});
