import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { highlight } from '../../../../src/search/match/highlight.ts';
import { wordsOf } from '../../../../src/search/match/words.ts';

const marked = (text: string, query: string): string =>
  highlight(text, wordsOf(query))
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('');

describe('highlight', () => {
  it.each([
    ['Oak-4o mini', 'oak4o', '[Oak]-[4o] mini'],
    ['Oak-4o mini', 'mini', 'Oak-4o [mini]'],
    ['Pine V3.2 Exp', '3.2', 'Pine V[3.2] Exp'],
    ['Pine3 32B', 'pine 3', '[Pine3] 32B'],
    ['Cedar Flash', 'ceadr', '[Cedar] Flash'],
    ['Cédar', 'cedar', '[Cédar]'],
    ['Cedar', 'ced', '[Ced]ar'],
    ['Cedar', 'pine', 'Cedar'],
  ])('marks %s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        const parts = highlight(text, wordsOf(query)).map((part) => part.text);
        expect(parts.join('')).toBe(text);
      }),
    );
  });
});
