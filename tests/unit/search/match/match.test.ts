import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../../../src/search/match/lexicon.ts';
import { matchEntry } from '../../../../src/search/match/match.ts';
import { misspellings, piecesOf, STRICT, type Allowance } from '../../../../src/search/match/pieces.ts';
import { wordsOf } from '../../../../src/search/match/words.ts';
import { entry } from '../../../support/search-entries.ts';

const lexicon = prepareLexicon([
  entry({ id: 'acme/oak-4-mini', name: 'Oak 4 Mini', authorNames: ['Acme'] }),
  entry({ id: 'acme/oak-4:free', name: 'Oak 4 (free)', authorNames: ['Acme'], hasListedBase: true }),
]);
const [MINI, FREE] = lexicon.entries;
const query = (typed: string) => piecesOf(wordsOf(typed).map((text) => ({ text, means: null })));

function match(typed: string, allowed: Partial<Allowance> = {}, prepared = MINI) {
  if (!prepared) throw new Error('no entry');
  return matchEntry(query(typed), prepared, { ...STRICT, ...allowed });
}

describe('piecesOf', () => {
  it('joins up to three words that end at each word', () => {
    const { runs } = query('deep seek v 3');
    expect(runs.map((pieces) => pieces.map(({ glued }) => glued))).toEqual([
      ['deep'],
      ['seek', 'deepseek'],
      ['v', 'seekv', 'deepseekv'],
      ['3', 'v3', 'seekv3'],
    ]);
  });
});

describe('misspellings', () => {
  it('finds the words that a piece may be a misspelling of', () => {
    const found = misspellings(query('minni'), lexicon, () => false);
    expect([...found]).toEqual([['minni', ['mini']]]);
  });

  it('leaves out pieces to skip and words too short for typos', () => {
    expect([...misspellings(query('minni'), lexicon, () => true)]).toEqual([]);
    expect([...misspellings(query('oka'), lexicon, () => false)]).toEqual([]);
  });
});

describe('matchEntry', () => {
  it('ranks whole words above prefixes and joined words', () => {
    expect(match('oak mini')).toMatchObject({ tier: 1, missing: 0 });
    expect(match('oak min')).toMatchObject({ tier: 2 });
    expect(match('oak4mini')).toMatchObject({ tier: 2, missing: 0 });
  });

  it('ranks misspellings last', () => {
    const misspelt = misspellings(query('oak minni'), lexicon, () => false);
    expect(match('oak minni')).toBeNull();
    expect(match('oak minni', { misspelt })).toMatchObject({ tier: 3, missing: 0 });
  });

  it('lacks at most the allowed number of words, and counts names and numbers separately', () => {
    expect(match('oak 9')).toBeNull();
    expect(match('oak 9', { missing: 1 })).toMatchObject({ missing: 1, missingNames: 0 });
    expect(match('oak elm', { missing: 1 })).toMatchObject({ missing: 1, missingNames: 1 });
    expect(match('elm', { missing: 1 })).toBeNull();
  });

  it('counts words of the entry that the query does not have, except its author', () => {
    expect(match('oak 4 mini')?.leftOver).toBe(0);
    expect(match('oak 4')?.leftOver).toBe(1);
    expect(match('acme oak 4 mini')?.leftOver).toBe(0);
  });

  it('counts breaks between words of the query that are apart in the name', () => {
    expect(match('oak 4')?.breaks).toBe(0);
    expect(match('oak mini')?.breaks).toBe(1);
    expect(match('mini')?.breaks).toBe(0);
  });

  it('marks a variant as unrequested unless the query names it', () => {
    expect(match('oak 4', {}, FREE)?.isUnrequested).toBe(true);
    expect(match('oak 4 free', {}, FREE)?.isUnrequested).toBe(false);
    expect(match('oak 4')?.isUnrequested).toBe(false);
  });
});
