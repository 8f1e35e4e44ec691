import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { renderMarkdown } from '../../../src/site/markdown.ts';

const REL = 'rel="nofollow noopener external"';
const ALLOWED =
  /<\/?(?:p|code|pre|em|strong|del|ul|ol|li|blockquote|br)>|<a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener external">|<\/a>/g;

describe('renderMarkdown: prose', () => {
  test.each([
    ['plain', '<p>plain</p>'],
    ['one\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['**a** *b* `c`', '<p><strong>a</strong> <em>b</em> <code>c</code></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['# Title\n\ntext', '<p><strong>Title</strong></p>\n<p>text</p>'],
    ['~~gone~~', '<p><del>gone</del></p>'],
    ['4~8B and 14~32B, at 0.6~0.8', '<p>4~8B and 14~32B, at 0.6~0.8</p>'],
    ['~a~ ~b', '<p>~a~ ~b</p>'],
    ['![a picture](https://example.com/x.png)', '<p>a picture</p>'],
    ['|a|b|\n|-|-|\n|1|2|', '<p>a · b</p>\n<p>1 · 2</p>'],
    ['text[^1]\n\n[^1]: note', '<p>text[1]</p>\n<p>note</p>'],
    ['- [x] done', '<ul>\n<li>done</li>\n</ul>'],
    ['```js\nx < 1\n```', '<pre><code>x &#x3C; 1\n</code></pre>'],
    ['', ''],
  ])('renders %j', (markdown, html) => {
    expect(renderMarkdown(markdown).replace(/<li> /, '<li>')).toBe(html);
  });
});

describe('renderMarkdown: links', () => {
  test.each([
    ['[x](/google/gemini)', 'https://openrouter.ai/google/gemini'],
    ['[x](https://example.com/a?b=1)', 'https://example.com/a?b=1'],
    ['[x]\n\n[x]: /models', 'https://openrouter.ai/models'],
    ['[x](mailto:a@example.com)', 'mailto:a@example.com'],
    ['[x](//example.com)', 'https://example.com/'],
    ['[x](java&#x09;script:alert(1))', 'https://openrouter.ai/java%09script:alert(1)'],
  ])('renders %j as a link to %s', (markdown, href) => {
    expect(renderMarkdown(markdown)).toBe(`<p><a href="${href}" ${REL}>x</a></p>`);
  });

  it('links bare and bracketed addresses', () => {
    expect(renderMarkdown('https://example.com/a')).toContain('<a href="https://example.com/a"');
    expect(renderMarkdown('<https://example.com/a>')).toContain('<a href="https://example.com/a"');
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://example.com/1)',
    '[x](http://[)',
  ])('renders %j as text', (markdown) => {
    expect(renderMarkdown(markdown)).not.toContain('<a');
    expect(renderMarkdown(markdown)).toMatch(/^<p>(?:x|\[x\])/);
  });
});

describe('renderMarkdown: hostile text', () => {
  test.each([
    ['<think> first', '<p>&#x3C;think> first</p>'],
    ['uses <think> tags', '<p>uses &#x3C;think> tags</p>'],
    ['<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    ['a <img src=x onerror=alert(1)> b', '<p>a &#x3C;img src=x onerror=alert(1)> b</p>'],
    ['<!-- note -->', '<p>&#x3C;!-- note --></p>'],
    ['</title><svg onload=x>', '<p>&#x3C;/title>&#x3C;svg onload=x></p>'],
  ])('shows %j as it is', (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  it('removes characters that reverse the text around them', () => {
    expect(renderMarkdown('a\u202Eb')).toBe('<p>ab</p>');
    expect(renderMarkdown('a&#x202E;b')).toBe('<p>ab</p>');
    expect(renderMarkdown('`a\u2066b`')).toBe('<p><code>ab</code></p>');
  });

  test.each([
    ['>'],
    ['- '],
    ['*a **b '],
    ['['],
    ['!['],
    ['<'],
    ['`'],
    ['|'],
    ['&'],
    ['\\'],
    ['1. '],
    ['_'],
    ['a@b.c '],
  ])('renders hundreds of %j safely', (piece) => {
    for (const end of ['', 'end']) {
      const markdown = piece.repeat(700) + end;
      expect(renderMarkdown(markdown).replace(ALLOWED, '')).not.toMatch(/<[a-z]/i);
    }
  });

  it('renders any text with only the elements and attributes that prose needs', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '\n\n',
      '`',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '- ',
      '> ',
      '|',
      '\\',
      '&',
      ';',
      'a',
      'script',
      'img',
      'onerror',
      'style',
      'href',
      'javascript:',
      'data:',
      'https://',
      'www.x.y',
      '[^1]',
      '[^1]: ',
      'http://a@b',
      '<b onclick=x>',
      '&#60;',
      '&lt;',
      '<https://x',
      '|-|\n',
      '\u202E',
      '\u0000',
      '\uD800',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '<![CDATA[',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const html = renderMarkdown(list.join(''));
        expect(html.replace(ALLOWED, '')).not.toMatch(/</);
        expect(html).not.toMatch(/(?![\t\n])[\p{Cc}\u202A-\u202E]/u);
        expect(html.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
