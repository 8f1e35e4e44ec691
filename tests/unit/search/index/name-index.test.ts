import { describe, expect, it } from 'vitest';
import {
  addDetails,
  decodeRows,
  encodeDetails,
  encodeRows,
  isSharedName,
  nameTable,
} from '../../../../src/search/index/name-index.ts';
import { entry, readListedEntries } from '../../../support/search-entries.ts';

const listed = await readListedEntries();
const entries = [
  ...listed,
  entry({ id: 'acme/gone', retired: '2026-01-31', permanentSlug: 'other/gone-1', input: 'dynamic' }),
];

const onWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('encoded rows with their details', () => {
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
    const decoded = decodeRows(onWire(encodeRows(entries, table)), table);
    addDetails(decoded, onWire(encodeDetails(entries)));
    expect(sorted(decoded)).toEqual(sorted(entries));
  });

  it('have no data of filters until the details are added', () => {
    const table = nameTable(entries);
    const [first] = decodeRows(onWire(encodeRows(entries, table)), table);
    expect(first).toMatchObject({ capabilities: [], parameters: [], categories: [], maxOutput: null });
    expect(first?.input).toBe(entries[0]?.input);
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
