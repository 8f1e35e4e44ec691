import { describe, expect, it } from 'vitest';
import { notStatedWords } from '../../../../src/site/words/not-stated.ts';

describe('the line of fields that are not stated', () => {
  it('names no field, one, two and three', () => {
    expect(notStatedWords([])).toBe('');
    expect(notStatedWords(['Voices'])).toBe('Not stated: voices.');
    expect(notStatedWords(['Voices', 'Discount'])).toBe('Not stated: voices and discount.');
    expect(notStatedWords(['Scheduled removal', 'Voices', 'Discount'])).toBe(
      'Not stated: scheduled removal, voices and discount.',
    );
  });

  it('keeps an abbreviation at the start of a label', () => {
    expect(notStatedWords(['JSON mode'])).toBe('Not stated: JSON mode.');
  });
});
