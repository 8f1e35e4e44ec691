import { load, type CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { ALL_PAGES, filesOf, fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { namesOf, textsOf } from '../support/prose/page-texts.ts';
import { misspelled, wordsOf } from '../support/prose/spelling.ts';
import { styleProblems } from '../support/prose/style.ts';
import { TEMPLATES, WIDE_PAGES } from '../support/templates.ts';

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

/** The file that an address of a template names: `./search/?q=gpt` → `search/index.html`. */
const fileOf = (address: string): string =>
  address
    .replace(/^\.\//, '')
    .replace(/\?.*$/, '')
    .replace(/(^|\/)$/, '$1index.html');

interface Text {
  readonly where: string;
  readonly text: string;
}

/** The texts of feeds as their readers show them: titles and what is below. */
function textsOfFeed(file: string): readonly string[] {
  const $ = load(readBuilt('plain', file), { xml: true });
  return $('title, description, summary')
    .toArray()
    .map((part) => load(`<p>${$(part).text()}</p>`).text());
}

describe('all visible text, on a page of each kind and in the feeds', () => {
  const pages = [
    ...Object.values(TEMPLATES).map((address) => readPage('plain', fileOf(address))),
    readPage('plain', 'compare/index.html'),
    ...WIDE_PAGES.map((address) => readPage('wide', fileOf(address))),
    readPage('wide', 'outputs/rerank/index.html'),
  ];
  const feeds = filesOf('plain', 'feeds/*.xml');
  const names = new Set(
    pages.flatMap(({ $ }) => namesOf($).flatMap(wordsOf)).map((word) => word.toLowerCase()),
  );
  const texts: readonly Text[] = [
    ...pages.flatMap(({ file, $ }) => textsOf($).map((text) => ({ where: file, text }))),
    ...feeds.flatMap((file) => textsOfFeed(file).map((text) => ({ where: file, text }))),
  ];
  // The names of models in feeds are those of pages, or of models that no page here names.
  const own = texts.filter(({ where }) => !where.endsWith('.xml'));

  it('is read from pages and feeds', () => {
    expect(feeds.length).toBeGreaterThan(5);
    expect(texts.length).toBeGreaterThan(4_000);
  });

  it('is spelled as American English', async () => {
    const wrong = await misspelled(
      own.flatMap(({ text }) => wordsOf(text)),
      names,
    );
    const found = wrong.map((word) => own.find(({ text }) => wordsOf(text).includes(word)));
    expect(
      wrong.map((word, index) => `${word}: ${found[index]?.where ?? ''}: ${found[index]?.text ?? ''}`),
    ).toEqual([]);
  });

  it('uses one word for one thing', () => {
    const unique = new Map(texts.map(({ text, where }) => [text, where]));
    expect(
      [...unique].flatMap(([text, where]) => styleProblems(text).map((problem) => `${where}: ${problem}`)),
    ).toEqual([]);
  });
});
