import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../../src/catalog/capabilities.ts';
import { CATEGORIES } from '../../../src/catalog/categories.ts';
import { SORTS } from '../../../src/catalog/sort.ts';
import { FILTERS } from '../../../src/search/filters.ts';
import { COLUMNS, NAME } from '../../../src/ui/models-table/columns.ts';
import { ROOT } from '../../support/paths.ts';

/** The rows of the table whose first header this is, without the headers. */
function rowsUnder(header: string): string[][] {
  const blocks = readFileSync(join(ROOT, 'docs/addresses.md'), 'utf8').split('\n\n');
  const table = blocks.find((block) => block.startsWith(`| ${header} `)) ?? '';
  return table
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
const key = (text: string): string => `\`${text}\``;
const labels = (list: Readonly<Record<string, { readonly label: string }>>): string[][] =>
  Object.entries(list).map(([name, { label }]) => [key(name), label]);

describe('docs/addresses.md', () => {
  it('lists every filter with its values', () => {
    const filters = Object.entries(FILTERS).map(([name, { label, takes }]) => [key(name), label, takes]);
    expect(rowsUnder('parameter')).toEqual(filters);
  });

  it('lists the features and categories of filters', () => {
    expect(rowsUnder('`can`')).toEqual(labels(CAPABILITIES));
    expect(rowsUnder('`category`')).toEqual(labels(CATEGORIES));
  });

  it('lists the orders and columns of lists', () => {
    const sorts = Object.entries(SORTS).map(([name, { label, direction }]) => [
      key(name),
      label,
      key(direction),
    ]);
    expect(rowsUnder('`sort`')).toEqual(sorts);
    expect(rowsUnder('`cols`')).toEqual([NAME, ...COLUMNS].map((column) => [key(column.key)]));
  });
});
