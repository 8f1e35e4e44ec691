import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HUES, lettersOf, assignMonograms } from '../../../src/catalog/monogram.ts';

test.each([
  ['DeepSeek', 'De'],
  ['Z.ai', 'ZA'],
  ['xAI', 'Xa'],
  ['Thinking Machines', 'TM'],
  ['01.AI', '0A'],
  ['月之暗面', '月之'],
  ['X', 'X'],
  ['🎵', 'Sl'],
  ['𝒜𝒷c', '𝒜𝒷'],
])('lettersOf writes %s as %s', (name, letters) => {
  expect(lettersOf({ name, slug: 'slug' })).toBe(letters);
});

describe('assignMonograms', () => {
  const sameLetters = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ slug: `author-${i}`, name: 'Author' }));
  const huesOf = (count: number) => [...assignMonograms(sameLetters(count)).values()].map(({ hue }) => hue);

  it('gives opposite hues to two authors with the same letters', () => {
    const [a = 0, b = 0] = huesOf(2);
    expect(Math.abs(a - b)).toBe(HUES / 2);
  });

  it('uses every hue before one is used again', () => {
    expect(new Set(huesOf(HUES)).size).toBe(HUES);
    const uses = Object.values(Object.groupBy(huesOf(HUES * 3), String)).map((group) => group?.length);
    expect(uses).toEqual(Array.from({ length: HUES }, () => 3));
  });

  it('gives the same hues for any order of the authors', () => {
    const authors = fc.uniqueArray(fc.record({ slug: fc.string({ minLength: 1 }), name: fc.string() }), {
      selector: ({ slug }) => slug,
    });
    fc.assert(
      fc.property(authors, (list) => {
        const sorted = (map: ReturnType<typeof assignMonograms>) =>
          [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        const marks = assignMonograms(list);
        expect(sorted(assignMonograms([...list].reverse()))).toEqual(sorted(marks));
        for (const { hue } of marks.values()) expect([...Array(HUES).keys()]).toContain(hue);
      }),
    );
  });
});
