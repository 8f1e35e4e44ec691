import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, Html, markup } from '../../../src/site/html.ts';

test('values are escaped, pieces of HTML are not', () => {
  expect(markup`<b title="${'"><script>'}">${new Html('<i>')}${'<i>'}</b>`.text).toBe(
    '<b title="&#34;&gt;&lt;script&gt;"><i>&lt;i&gt;</b>',
  );
});

test('nothing prints nothing, and a list prints its parts', () => {
  expect(markup`${null}${undefined}${false}${0}${['a', markup`<b>`, null]}`.text).toBe('0a<b>');
});

test('no text can end an attribute or begin a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});
