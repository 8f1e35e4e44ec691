import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, Html, markup } from '../../../src/site/html.ts';

test('markup escapes values but not pieces of HTML', () => {
  expect(markup`<b title="${'"><script>'}">${new Html('<i>')}${'<i>'}</b>`.text).toBe(
    '<b title="&#34;&gt;&lt;script&gt;"><i>&lt;i&gt;</b>',
  );
});

test('markup prints nothing for null, and every part of a list', () => {
  expect(markup`${null}${undefined}${false}${0}${['a', markup`<b>`, null]}`.text).toBe('0a<b>');
});

test('escapeHtml leaves no text that can end an attribute or start a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});
