import { describe, expect, it } from 'vitest';
import { decodeRows, encodeRows, isSharedName, nameTable } from '../../../src/search/index/name-index.ts';
import { entry, readListedEntries } from '../../support/search-entries.ts';

const listed = await readListedEntries();
const entries = [
  ...listed,
  entry({ id: 'acme/gone', retired: '2026-01-31', permanentSlug: 'other/gone-1', input: 'dynamic' }),
];

describe('encodeRows and decodeRows', () => {
  it('give back the same entries', () => {
    const table = nameTable(entries);
    const sorted = (facts: typeof entries): unknown[] =>
      facts.map((one) => ({
        ...one,
        inputModalities: [...one.inputModalities].sort(),
        outputModalities: [...one.outputModalities].sort(),
        capabilities: [...one.capabilities].sort(),
        categories: [...one.categories].sort(),
      }));
    const wire = JSON.parse(JSON.stringify(encodeRows(entries, table))) as ReturnType<typeof encodeRows>;
    expect(sorted(decodeRows(wire, table))).toEqual(sorted(entries));
  });
});

describe('isSharedName', () => {
  it('is true when another author has the same name', () => {
    const table = nameTable([
      entry({ id: 'acme/a', authorNames: ['Acme'] }),
      entry({ id: 'acme-labs/b', authorNames: ['Acme Labs', 'Acme'] }),
    ]);
    expect(isSharedName(table, 'Acme')).toBe(true);
    expect(isSharedName(table, 'Acme Labs')).toBe(false);
  });
});
