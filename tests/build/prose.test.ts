import type { CheerioAPI } from 'cheerio';
import { expect, it } from 'vitest';
import { ALL_PAGES, fromPages } from '../support/built-site.ts';

/** Elements that stand in a line of text. */
const INLINE = 'a, b, strong, em, i, code, time';

it('no page joins a word to the link, emphasis or code beside it', () => {
  const found = fromPages('plain', ALL_PAGES, ({ file, $ }) => glued($).map((words) => `${file}: ${words}`));
  expect(found).toEqual([]);
});

/** Where text and an inline element meet without a space and both sides are words. */
function glued($: CheerioAPI): string[] {
  return $('main')
    .find(INLINE)
    .toArray()
    .flatMap((element) => {
      const own = $(element).text();
      const [before = '', after = ''] = [element.prev, element.next].map((node) =>
        node !== null && 'data' in node ? node.data : '',
      );
      const isGlued =
        (/[\p{L}\p{N}.,;:!?)]$/u.test(before) && /^[\p{L}\p{N}“]/u.test(own)) ||
        (/[\p{L}\p{N}]$/u.test(own) && /^[\p{L}\p{N}(“]/u.test(after));
      return isGlued ? [`${before.slice(-20)}[${own.slice(0, 20)}]${after.slice(0, 20)}`] : [];
    });
}
