import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { rankByWords } from '../../../src/search/match/rank.ts';
import { wordsOf } from '../../../src/search/match/words.ts';
import { nameQueries, RULES } from '../../support/name-queries.ts';
import { readKnownItems, readListedEntries, type KnownItem } from '../../support/search-entries.ts';

const FIRST = 3;
const entries = await readListedEntries();
const lexicon = prepareLexicon(entries);

/** 1-based rank of the first expected model per query; 0 where it is not found. */
function ranks(items: readonly KnownItem[]): { query: string; rank: number }[] {
  return items.map(({ query, expect: expected }) => {
    const found = rankByWords(
      lexicon,
      wordsOf(query).map((text) => ({ text, means: null })),
    );
    return { query, rank: found.findIndex((match) => expected.includes(match.prepared.entry.id)) + 1 };
  });
}

function meanReciprocalRank(all: readonly { rank: number }[]): number {
  return all.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / all.length;
}

function notInFirst(all: readonly { query: string; rank: number }[]): string[] {
  return all.filter(({ rank }) => rank === 0 || rank > FIRST).map(({ query }) => query);
}

describe('rankByWords for queries that people type', () => {
  it('ranks the expected model first', () => {
    const all = ranks(readKnownItems());
    expect(all.length).toBeGreaterThan(50);
    expect(notInFirst(all)).toEqual([]);
    expect(meanReciprocalRank(all)).toBeGreaterThanOrEqual(0.99);
  });
});

describe('rankByWords for every listed name', () => {
  const queries = nameQueries(entries);
  it.each(Object.keys(RULES))('ranks the model first: %s', (rule) => {
    const items = queries.filter((item) => item.rule === rule);
    const all = ranks(items);
    expect(all.length).toBeGreaterThan(40);
    expect(notInFirst(all)).toEqual([]);
    expect(meanReciprocalRank(all)).toBeGreaterThanOrEqual(0.99);
  });
});
