import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../src/ui/search/client/excerpt.ts';

const CONTENT =
  'Oak 2. acme/oak by Acme · added May 3, 2026. A model for code. It reads Rust and Zig well, and it writes both. Prices. Input $1.00. per million tokens. Parameters. seed stop top_k zig';
const words = CONTENT.split(' ');
const anchors = ['Prices', 'Parameters'].map((text) => ({
  element: 'h2',
  id: text.toLowerCase(),
  text,
  location: words.indexOf(`${text}.`),
}));

const at = (...wanted: string[]) =>
  excerptOf({
    content: CONTENT,
    locations: words.flatMap((word, place) => (wanted.includes(word) ? [place] : [])),
    anchors,
  });

const shown = (excerpt: ReturnType<typeof excerptOf>): string =>
  excerpt.kind === 'name'
    ? 'name'
    : excerpt.kind === 'section'
      ? `#${excerpt.id} ${excerpt.title}`
      : excerpt.stretches.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

describe('excerptOf', () => {
  it('picks the sentence with most of the words', () => {
    expect(shown(at('Rust', 'Zig', 'model'))).toBe('It reads [Rust] and [Zig] well, and it writes both.');
  });
  it('prefers a sentence to the name', () => {
    expect(shown(at('Oak', 'code.'))).toBe('A model for [code.]');
    expect(shown(at('Oak'))).toBe('name');
  });
  it('picks the section when no sentence has the words', () => {
    expect(shown(at('$1.00.'))).toBe('#prices Prices');
    expect(shown(at('zig'))).toBe('#parameters Parameters');
  });
  it('cuts a long sentence around the words', () => {
    const long = `One. Two. ${Array.from({ length: 60 }, (_, place) => `w${place}`).join(' ')}.`;
    const excerpt = excerptOf({ content: long, locations: [42], anchors: [] });
    expect(shown(excerpt)).toMatch(/^… w28 .*\[w40\].* w59\.$/);
  });
  it('picks only the page when the place is unknown', () => {
    expect(excerptOf({ content: CONTENT, locations: [], anchors })).toEqual({
      kind: 'section',
      title: '',
      id: '',
    });
  });
});
