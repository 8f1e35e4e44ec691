import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, cleanWords, dropUnfit, isUnclean } from '../../../src/catalog/text.ts';

const ACUTE = '\u0301';

describe('cleanLine', () => {
  it.each([
    ['  two   words\t\n', 'two words'],
    ['\u202Edesrever\u202C \u2066isolated\u2069 \u200Bnothing\uFEFF', 'desrever isolated nothing'],
    ['\u0000a\u001Bb\u007Fc\u009Fd', 'abcd'],
    ['a\uD800b\uDC00c', 'abc'],
    ['a\uFFFEb\uFFFFc\uFDD0d\u{1FFFE}e', 'abcde'],
    [`e${ACUTE.repeat(100)}!`, `e${ACUTE.repeat(4)}!`],
    [`e${`${ACUTE}\u200D`.repeat(100)}!`, `e${`${ACUTE}\u200D`.repeat(4)}!`],
    [`e${`${ACUTE}\u200B`.repeat(100)}!`, `e${ACUTE.repeat(4)}!`],
    ['', ''],
  ])('turns %j into %j', (text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  it.each([
    'Qwen3 通义千问',
    'Việt Nam'.normalize('NFD'),
    'हिन्दी',
    'ไทยน้ำ',
    'བོད་ཡིག',
    '👩‍👩‍👧‍👦 ❤️ 1️⃣ 🇪🇺',
    'می‌خواهم',
  ])('leaves %s unchanged', (text) => {
    expect(cleanLine(text)).toBe(text);
    expect(isUnclean(text)).toBe(false);
  });

  it('leaves nothing unclean in any text, and changes nothing the second time', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('\u202E', '\u200B', '\u200D', ' ', 'a', ACUTE.repeat(3), '\uFFFE', '\uD800', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const clean = cleanLine(pieces.join(''));
        expect(isUnclean(clean)).toBe(false);
        expect(cleanLine(clean)).toBe(clean);
      }),
    );
  });
});

describe('cleanWords', () => {
  it('keeps each word once and drops words without visible characters', () => {
    expect(cleanWords(['text', '\u202E', 'te\u200Bxt', '', ' file '])).toEqual(['text', 'file']);
  });
});

describe('cleanText', () => {
  it('keeps lines and tabs and drops what a page must not hold', () => {
    expect(cleanText(` a\r\nb\rc\td\u0000\u202Ee\uFFFE${ACUTE.repeat(9)} `)).toBe(
      `a\nb\nc\tde${ACUTE.repeat(4)}`,
    );
    expect(dropUnfit(' a\u200Bb ')).toBe(' a\u200Bb ');
  });
});
