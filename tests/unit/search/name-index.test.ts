import { describe, expect, it } from 'vitest';
import { decodeRows, encodeRows, isSharedName, nameTable } from '../../../src/search/index/name-index.ts';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { rankByWords } from '../../../src/search/match/rank.ts';
import { makeRouting, readRouting, route } from '../../../src/search/index/routing.ts';
import { wordsOf } from '../../../src/search/match/words.ts';
import { nameQueries } from '../../support/name-queries.ts';
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

describe('route', () => {
  const size = 40;
  const sorted = [...listed].sort((a, b) => (a.id < b.id ? -1 : 1));
  const parts = Array.from({ length: Math.ceil(sorted.length / size) }, (_, part) =>
    sorted.slice(part * size, (part + 1) * size),
  );
  const routing = readRouting(makeRouting(parts.map((part) => prepareLexicon(part).entries)));
  const whole = prepareLexicon(listed);

  it('names the part that holds the answer to each query', () => {
    const queries = nameQueries(listed).filter((_, place) => place % 17 === 0);
    expect(queries.length).toBeGreaterThan(200);
    for (const { query } of queries) {
      const words = wordsOf(query);
      const best = rankByWords(
        whole,
        words.map((text) => ({ text, means: null })),
      )[0];
      const routed = route(routing, words);
      const part = parts.findIndex((ids) => ids.some(({ id }) => id === best?.prepared.entry.id));
      expect(
        routed.map((one) => one.part),
        query,
      ).toContain(part);
    }
  });

  it('names few parts for a rare word', () => {
    expect(route(routing, ['codestral']).length).toBeLessThan(parts.length / 2);
  });
});
