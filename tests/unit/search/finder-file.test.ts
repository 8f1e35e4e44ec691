import { expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/search/filterable.ts';
import { packFilters } from '../../../src/search/index/filters-file.ts';
import { packFinder, readFinder, type FinderFile } from '../../../src/search/index/finder-file.ts';

const digest = (text: string): string => String(text.length);
const all = ['b/base', 'b/base:batch', '~b/latest', 'a/one'].map((id) => ({
  ...NOTHING_KNOWN,
  id,
  author: id.slice(0, id.indexOf('/')).replace('~', ''),
}));
const filters = packFilters(all, digest);
const facts = (id: string) => ({
  name: `Name of ${id}`,
  authorName: id.includes('b/') ? 'Bee' : 'Ay',
  note: id === 'a/one' ? 'other prices above 200K' : '',
});
const file = packFinder([['b/base', 'b/base:batch', '~b/latest'], ['a/one']], facts, { filters, digest });
const sent = JSON.parse(JSON.stringify(file)) as FinderFile;

it('readFinder gives back groups in their order, names, authors and notes', () => {
  const read = readFinder(sent, filters);
  expect(read?.groups.map((group) => group.map(({ id }) => id))).toEqual([
    ['b/base', 'b/base:batch', '~b/latest'],
    ['a/one'],
  ]);
  for (const { id } of all) expect(read?.factsOf(id)).toEqual(facts(id));
  expect(read?.factsOf('c/none')).toEqual({ name: 'c/none', authorName: '', note: '' });
});

it('readFinder reads no file of another build than the filter data', () => {
  expect(readFinder(sent, { ...filters, build: 'another' })).toBeNull();
});
