import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedTypos, isMisspeltBeginning, isMisspelling } from '../../../../src/search/match/typos.ts';

describe('allowedTypos', () => {
  it.each([
    ['gpt', 0],
    ['opus', 1],
    ['mistral', 1],
    ['deepseek', 2],
    ['gpt4omni', 1],
    ['20240806', 0],
    ['клод', 1],
  ])('counts the letters of %s and allows %i', (word, typos) => {
    expect(allowedTypos(word)).toBe(typos);
  });
});

describe('isMisspelling', () => {
  it.each([
    ['gemni', 'gemini', true],
    ['gmeini', 'gemini', true],
    ['gemini', 'gemini', false],
    ['gemn', 'gemini', false],
    ['gpt', 'gtp', false],
    ['depseekk', 'deepseek', true],
    ['gemni4', 'gemini4', true],
    ['gemni4', 'gemini5', false],
    ['gemini4', 'gemini5', false],
  ])('takes %s for %s: %s', (typed, word, expected) => {
    expect(isMisspelling(typed, word)).toBe(expected);
  });

  it('never takes a word for one with other digits or signs', () => {
    const word = fc.stringMatching(/^[a-d]{4,8}\d?$/);
    fc.assert(
      fc.property(word, word, (typed, other) => {
        if (isMisspelling(typed, other)) {
          expect(typed.replace(/[a-d]/g, '')).toBe(other.replace(/[a-d]/g, ''));
        }
      }),
    );
  });
});

describe('isMisspeltBeginning', () => {
  it.each([
    ['gemni', 'geminiflash', true],
    ['cladue', 'claudesonnet', true],
    ['laude', 'claudesonnet', false],
    ['opuz', 'opusfour', false],
    ['gemni', 'gemini', true],
    ['geminiflash', 'gemini', false],
  ])('takes %s for the beginning of %s: %s', (typed, word, expected) => {
    expect(isMisspeltBeginning(typed, word)).toBe(expected);
  });
});
