import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../../../src/search/match/lexicon.ts';
import { rankByWords } from '../../../../src/search/match/rank.ts';
import { makeRouting, readRouting, route } from '../../../../src/search/index/routing.ts';
import { wordsOf } from '../../../../src/search/match/words.ts';
import { nameQueries } from '../../../support/name-queries.ts';
import { readListedEntries } from '../../../support/search-entries.ts';

const listed = await readListedEntries();

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
