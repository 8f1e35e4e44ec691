import { describe, expect, it } from 'vitest';
import { decodeFilterables, encodeFilterables } from '../../../../src/search/index/filter-rows.ts';
import { NOTHING_KNOWN, type Filterable } from '../../../../src/search/filterable.ts';
import { readAllEntries } from '../../../support/search-entries.ts';

const FIELDS = ['id', 'author', ...Object.keys(NOTHING_KNOWN)] as (keyof Filterable)[];
const only = (model: Filterable): unknown => Object.fromEntries(FIELDS.map((field) => [field, model[field]]));

describe('the rows of filters', () => {
  it('give back what was put in', async () => {
    const strange: Filterable = {
      ...NOTHING_KNOWN,
      id: '~acme/oak:free',
      author: 'acme',
      isVariant: true,
      parameters: [
        '__proto__',
        'constructor',
        'a,b',
        ...Array.from({ length: 80 }, (_, place) => `p${place}`),
      ],
      input: '0.000000123456' as never,
      output: 'unstated',
      isRetiring: true,
    };
    const all = [...(await readAllEntries()), strange];
    const wire = JSON.parse(JSON.stringify(encodeFilterables(all))) as ReturnType<typeof encodeFilterables>;
    const decoded = decodeFilterables(
      wire,
      all.map(({ id }) => id),
    );
    expect(decoded.map(only)).toEqual(all.map(only));
    expect(new Set(all.map(({ isStable }) => isStable))).toEqual(new Set([true, false, null]));
  });
});
