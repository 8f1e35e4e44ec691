import { describe, expect, it } from 'vitest';
import {
  addedWords,
  authorsHead,
  authorsWords,
  foldedWords,
  rankWords,
  retiredAuthorsWords,
} from '../../../../src/site/words/authors.ts';

describe('words of the list of authors', () => {
  it.each([
    [
      2,
      'use',
      '2 companies, laboratories and people have listed models: the author of the most used model first.',
    ],
    [1053, 'models', '1,053 companies, laboratories and people have listed models: most models first.'],
    [1, 'name', 'One author has listed models.'],
  ] as const)('count %i authors and name the order "%s"', (authors, key, words) => {
    expect(authorsWords(authors, key)).toBe(words);
  });

  it.each([
    ['use', 'Authors', '/authors/'],
    ['name', 'Authors by name', '/authors/by/name/'],
    ['models', 'Authors by number of models', '/authors/by/models/'],
    ['newest', 'Authors by newest model', '/authors/by/newest/'],
  ] as const)('of the order "%s" have the title "%s" and an address of their own', (key, title, path) => {
    expect(authorsHead(53, key)).toMatchObject({ title, canonicalPath: path });
  });

  it('describe each order in another sentence', () => {
    expect(authorsHead(1, 'models').description).toBe(
      '1 author of AI models on OpenRouter, most models first, with the models of each: how many, the most used and the newest.',
    );
  });

  it.each([
    [{ models: 5, variants: 0, aliases: 0 }, null],
    [{ models: 5, variants: 1, aliases: 0 }, '1 variant'],
    [{ models: 0, variants: 34, aliases: 2 }, '34 variants, 2 aliases'],
  ])('of %j name what folds under the models: %s', (count, words) => {
    expect(foldedWords(count)).toBe(words);
  });

  it('leave out a rank or a day that is not known', () => {
    expect([rankWords({ popularity: 1204 }), rankWords({ popularity: null })]).toEqual([
      'popularity rank 1,204',
      '',
    ]);
    expect([addedWords({ addedAt: '2026-08-22T00:00:00.000Z' }), addedWords({ addedAt: null })]).toEqual([
      'added Aug 22, 2026',
      '',
    ]);
  });

  it('count the authors whose models are all retired', () => {
    expect([1, 50].map(retiredAuthorsWords)).toEqual([
      '1 author has only retired models:',
      '50 authors have only retired models:',
    ]);
  });
});
