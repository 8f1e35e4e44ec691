import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoKnown, splitIntoWords } from '../../../../src/search/match/split.ts';

const KNOWN = new Set(['gemini', 'flash', 'flashlite', 'lite', 'pro', 'gpt', '4', '4o', 'o', 'mini', '2.5']);

describe('splitIntoKnown', () => {
  it.each([
    ['geminiflash', ['gemini', 'flash']],
    ['geminiflashlite', ['gemini', 'flashlite']],
    ['gpt4omini', ['gpt', '4o', 'mini']],
    ['gemini', ['gemini']],
    ['gpto', null],
    ['geminix', null],
    ['2.5', null],
    ['44', null],
  ])('splits %s into as few known words as possible: %j', (word, parts) => {
    expect(splitIntoKnown(word, KNOWN)).toEqual(parts);
  });

  it('joins its parts to the same word for any words', () => {
    const words = fc.array(fc.constantFrom(...KNOWN), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, (some) => {
        const word = some.join('');
        const parts = splitIntoKnown(word, KNOWN);
        if (parts === null) return;
        expect(parts.join('')).toBe(word);
        expect(parts.length).toBeLessThanOrEqual(some.length);
        expect(parts.filter((part) => !KNOWN.has(part))).toEqual([]);
      }),
    );
  });
});

describe('splitIntoWords', () => {
  it.each([
    ['geminipro', ['gemini', 'pro']],
    ['gemni2.5', ['gemni', '2.5']],
    ['v3', ['v3']],
    ['70b', ['70b']],
    ['cladue', ['cladue']],
  ])('splits %s at known words, else between letters and digits: %j', (word, parts) => {
    expect(splitIntoWords(word, KNOWN)).toEqual(parts);
  });
});
