import { expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../../src/search/filterable.ts';
import { packFilters, readFilters } from '../../../../src/search/index/filters-file.ts';
import { packFinder, readFinder, type FinderFile } from '../../../../src/search/index/finder-file.ts';

const digest = (text: string): string => String(text.length);
const all = ['b/base', 'b/base:batch', '~b/latest', 'a/one'].map((id) => ({
  ...NOTHING_KNOWN,
  id,
  author: id.slice(0, id.indexOf('/')).replace('~', ''),
}));
const filters = packFilters(all, new Map([['b', 'Bee']]), digest);
const facts = (id: string) => ({
  name: `Name of ${id}`,
  note: id === 'a/one' ? 'other prices above 200K' : '',
});
const file = packFinder([['b/base', 'b/base:batch', '~b/latest'], ['a/one']], facts, { filters, digest });
const sent = JSON.parse(JSON.stringify(file)) as FinderFile;

it('readFinder gives back groups in their order, names, authors and notes', () => {
  const read = readFinder(sent, readFilters(filters));
  expect(read.groups.map((group) => group.map(({ id }) => id))).toEqual([
    ['b/base', 'b/base:batch', '~b/latest'],
    ['a/one'],
  ]);
  expect(read.authors.get('b')).toBe('Bee');
  for (const { id } of all) expect(read.factsOf(id)).toEqual(facts(id));
  expect(read.factsOf('c/none')).toEqual({ name: 'c/none', note: '' });
});

it('packFinder names the build of the filter data that it belongs to', () => {
  expect(file.filters).toBe(filters.build);
  expect(file.build).not.toBe(filters.build);
});
