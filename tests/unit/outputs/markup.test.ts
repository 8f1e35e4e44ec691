import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bullets, code, document, link, paragraph, table } from '../../../src/outputs/markdown/markup.ts';
import { contentsOf, parseMarkdown, textOf } from '../../support/parse-markdown.ts';

const WORDS = [
  'https://a.example/',
  'www.a.example',
  'a@b.example',
  '</b>',
  '<b>',
  '&lt;',
  '[x](y)',
  'ftp://a',
];
const MARKS = Array.from('`*_[]()<>&|~#!\\-+=.:1 \n\t"\'/@ax$');

/** Any text, and much of what Markdown reads as markup. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(...MARKS, ...WORDS),
      minLength: 1,
      maxLength: 30,
    }),
  )
  .filter((value) => /[^\s\p{Cc}]/u.test(value) && !/\p{Cc}/u.test(value.replace(/[\n\t]/g, '')));
/** An address may become a link to itself. */
const HARMLESS = new Set(['root', 'paragraph', 'text', 'link']);
const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

describe('text in Markdown', () => {
  it('stays one paragraph with the same words', () => {
    fc.assert(
      fc.property(text, (value) => {
        const root = parseMarkdown(document(paragraph(value)));
        expect(root.children.map(({ type }) => type)).toEqual(['paragraph']);
        expect(textOf(root).trim()).toBe(oneLine(value));
        expect([...contentsOf(root).types].filter((type) => !HARMLESS.has(type))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays in the item of its list', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (values) => {
        const root = parseMarkdown(document(bullets(values.map((value) => [value]))));
        const [list] = root.children;
        expect(root.children).toHaveLength(1);
        const items = list?.type === 'list' ? list.children : [];
        expect(items.map((item) => item.children.map(({ type }) => type))).toEqual(
          values.map(() => ['paragraph']),
        );
        expect(items.map((item) => textOf(item).trim())).toEqual(values.map(oneLine));
      }),
      { numRuns: 500 },
    );
  });

  it('stays in its cell, as words and as code', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        const root = parseMarkdown(document(table(['A', 'B'], [[one, code(two)]])));
        const [found] = root.children;
        const row = found?.type === 'table' ? found.children[1] : undefined;
        expect(row?.children.map((cell) => textOf(cell).trim())).toEqual([oneLine(one), oneLine(two)]);
      }),
      { numRuns: 500 },
    );
  });

  it('stays the text of a link', () => {
    fc.assert(
      fc.property(text, (value) => {
        const root = parseMarkdown(
          document(paragraph('See ', link(`x${value}x`, 'https://models.example/a'), '.')),
        );
        const { links } = contentsOf(root);
        expect(links).toContain('https://models.example/a');
        expect(textOf(root)).toBe(`See ${`x${value}x`.replace(/\s+/g, ' ')}.`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
  ])('of %s has a fence that is not in it', (value, markdown) => {
    expect(code(value).markdown).toBe(markdown);
  });
});
