import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILTERS, keysIn, valuesIn } from '../../../../src/search/filters.ts';
import { nameTable } from '../../../../src/search/index/name-index.ts';
import { prepareLexicon } from '../../../../src/search/match/lexicon.ts';
import { answerWithNeeds } from '../../../../src/search/needs/answer.ts';
import { MEANINGS } from '../../../../src/search/needs/phrases.ts';
import { authorsByName } from '../../../../src/search/needs/read-needs.ts';
import { NO_REQUEST, search } from '../../../../src/search/search.ts';
import { needPath } from '../../../../src/ui/search/client/need-path.ts';
import { listedTexts } from '../../../support/listed-texts.ts';
import { NEEDS } from '../../../support/paths.ts';
import {
  readAllEntries,
  readEmbeddedLedger,
  readKnownItems,
  type KnownItem,
} from '../../../support/search-entries.ts';

const entries = await readAllEntries();
const lexicon = prepareLexicon(entries);
const authors = authorsByName(nameTable(entries).authors);
const needs = JSON.parse(readFileSync(NEEDS, 'utf8')) as KnownItem[];

/** The first results in the order in which they are shown: addresses of needs, ids of models. */
function shown(typed: string): string[] {
  const { answer, leads, ahead } = answerWithNeeds(lexicon, authors, { ...NO_REQUEST, typed }, true);
  const ids = answer.results.map(({ entry }) => entry.id);
  return [...ids.slice(0, ahead), ...leads.map(({ need }) => needPath(need)), ...ids.slice(ahead)];
}

describe('answerWithNeeds', () => {
  it('has more than fifty needs to answer', () => {
    expect(needs.length).toBeGreaterThan(50);
  });

  it.each(needs)('answers “$query” first with what it asks for', ({ query, expect: expected }) => {
    expect(expected).toContain(shown(query)[0]);
  });

  it('ranks the models that people type first, as it does without needs', () => {
    const items = readKnownItems();
    const changed = items.filter(({ query }) => {
      const [byName] = search(lexicon, { ...NO_REQUEST, typed: query }).results;
      return shown(query)[0] !== byName?.entry.id;
    });
    expect(items.length).toBeGreaterThan(50);
    expect(changed).toEqual([]);
  });

  it('puts no need before a model whose id, name or permanent slug is typed exactly', async () => {
    const texts = listedTexts((await readEmbeddedLedger()).blocks);
    const covered = Object.values(texts).flatMap((all) => [...all.keys()]);
    const taken = covered.filter((text) => (shown(text)[0] ?? '').startsWith('/'));
    expect(covered.length).toBeGreaterThan(3000);
    expect([...new Set(taken)]).toEqual([]);
  });

  it('offers authors of one name most used first, and those without a listed model last', () => {
    expect(shown('mistral').slice(0, 2)).toEqual(['/authors/mistralai/', '/authors/mistral/']);
  });

  it('puts the models of an author in the order of use below it', () => {
    const { answer } = answerWithNeeds(lexicon, authors, { ...NO_REQUEST, typed: 'openai' }, true);
    const places = answer.results
      .map(({ entry }) => entry)
      .filter(({ retired, popularity }) => retired === null && popularity !== null)
      .map(({ popularity }) => popularity);
    expect(places.length).toBeGreaterThan(20);
    expect(places).toEqual(places.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });
});

describe('the phrases of needs', () => {
  it('ask for values that filters have', () => {
    for (const [phrase, meanings] of MEANINGS) {
      for (const { filters = {} } of meanings) {
        for (const key of keysIn(filters)) {
          const values = valuesIn(filters, key);
          expect(
            values.flatMap((value) => FILTERS[key].read(value)),
            phrase,
          ).toEqual(values);
        }
      }
    }
  });

  it.each([...MEANINGS.keys()])('“%s” leads somewhere', (phrase) => {
    expect(shown(phrase).some((first) => first.startsWith('/'))).toBe(true);
  });
});
