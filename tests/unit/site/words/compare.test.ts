import { describe, expect, it } from 'vitest';
import { choiceWords, headingOf, noticesOf, trayLinkText } from '../../../../src/site/words/compare.ts';

const FINE = { shown: 2, only: null, unknown: [], failed: [], leftOut: [] };

describe('noticesOf', () => {
  it('says nothing about a comparison of two known models', () => {
    expect(noticesOf(FINE)).toEqual([]);
  });

  it('says what to do with no model and with one', () => {
    expect(noticesOf({ ...FINE, shown: 0 })).toEqual([
      'Add two to six models: search for them above, or use Compare in any list and on the page of any model.',
    ]);
    expect(noticesOf({ ...FINE, shown: 1, only: 'GPT-4o' })).toEqual([
      'Add a second model to compare GPT-4o with.',
    ]);
  });

  it('names unknown ids, ids that could not be loaded, and those beyond six', () => {
    expect(noticesOf({ ...FINE, unknown: ['a/x'] })).toEqual(['No model has the id a/x. It is left out.']);
    expect(noticesOf({ ...FINE, unknown: ['a/x', 'a/y'] })).toEqual([
      'No models have the ids a/x and a/y. They are left out.',
    ]);
    expect(noticesOf({ ...FINE, failed: ['a/x'] })).toEqual([
      'The data of a/x could not be loaded. Check your connection and try again.',
    ]);
    expect(noticesOf({ ...FINE, shown: 6, leftOut: ['a/g'] })).toEqual([
      'At most 6 models can be compared at once. Left out: a/g.',
    ]);
  });
});

describe('headingOf', () => {
  it('has the number of models from two on', () => {
    expect([0, 1, 2, 6].map(headingOf)).toEqual([
      'Compare models',
      'Compare models',
      'Compare 2 models',
      'Compare 6 models',
    ]);
  });
});

describe('choiceWords', () => {
  it('says how many are chosen, that six are the most, and that nothing is kept', () => {
    expect(choiceWords({ count: 4, isFull: false, isKept: true })).toBe('4 of 6 to compare.');
    expect(choiceWords({ count: 6, isFull: true, isKept: true })).toBe(
      '6 of 6 to compare. That is the most: remove one first.',
    );
    expect(choiceWords({ count: 1, isFull: false, isKept: false })).toBe(
      '1 of 6 to compare. This browser does not keep them after you leave the page.',
    );
  });
});

describe('trayLinkText', () => {
  it('has the number of models from two on', () => {
    expect([1, 2, 6].map(trayLinkText)).toEqual([
      'Add another to compare',
      'Compare 2 models',
      'Compare 6 models',
    ]);
  });
});
