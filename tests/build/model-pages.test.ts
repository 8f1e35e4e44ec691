import type { CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { attributes, fromPages, readPage, type BuiltPage } from '../support/built-site.ts';
import { MODEL_ROWS } from '../support/model-rows.ts';

const ofListed = <T>(read: (page: BuiltPage) => readonly T[]) =>
  fromPages('plain', 'models/**/*.html', (page) =>
    page.$('main[data-model-id]:not([data-retired])').length === 1 ? read(page) : [],
  );
const ofRetired = <T>(read: (page: BuiltPage) => readonly T[]) =>
  fromPages('plain', 'models/**/*.html', (page) =>
    page.$('main[data-retired]').length === 1 ? read(page) : [],
  );

describe('the page of a listed model', () => {
  it('has words, and no dash, in place of a fact that is missing', () => {
    const odd = fromPages('plain', 'models/**/*.html', ({ file, $ }) =>
      $('main[data-model-id]').length === 1 ? dashes($).map((html) => `${file}: ${html}`) : [],
    );
    expect(odd).toEqual([]);
  });

  it('shows reasoning, names every field that may be missing once, and links to the endpoints', () => {
    const pages = ofListed(({ file, $ }) => {
      const rows = $('[data-part=details] dt')
        .toArray()
        .map((dt) => $(dt).text().trim());
      const notStated = $('[data-part=details] + p').text().toLowerCase();
      return [
        {
          file,
          saysReasoning: $('h2')
            .toArray()
            .some((h2) => $(h2).text() === 'Reasoning'),
          missing: ['Voices', 'Discount', 'Providers (API)'].filter(
            (label) => rows.includes(label) === notStated.includes(label.toLowerCase()),
          ),
          endpoints: $('[data-part=details] a[href^="https://openrouter.ai/api/v1/models/"]').length,
        },
      ];
    });
    expect(pages.length).toBe(421);
    const odd = pages.filter(
      ({ saysReasoning, missing, endpoints }) => !saysReasoning || missing.length > 0 || endpoints !== 1,
    );
    expect(odd).toEqual([]);
  });

  it('prints no unit beside a word', () => {
    const odd = fromPages('plain', 'models/**/*.html', ({ file, $ }) =>
      $('[data-part=prices] tbody tr')
        .toArray()
        .map((row) => $(row).text())
        .filter((text) => !text.includes('$') && text.includes(' per '))
        .map((text) => `${file}: ${text}`),
    );
    expect(odd).toEqual([]);
  });

  it('says when a description was composed from facts', () => {
    const pages = ofListed(({ $ }) => [$('.prose').text().includes('Made from the facts on this page')]);
    expect(new Set(pages)).toEqual(new Set([true]));
  });
});

describe('the page of a retired model', () => {
  it('has a title and a description that are shown in full, with the id only when the name is shared', () => {
    const heads = ofRetired((page) => [
      {
        id: attributes(page, 'main', 'data-model-id').join(),
        name: page.$('h1').text(),
        title: page.$('title').text(),
        description: attributes(page, 'meta[name="description"]', 'content').join(),
      },
    ]);
    const bearers = Map.groupBy(heads, ({ name }) => name);
    expect(heads.filter(({ description }) => description.length > 155)).toEqual([]);
    expect(
      heads.filter(({ id, name, title }) => title.includes(`(${id})`) !== (bearers.get(name)?.length !== 1)),
    ).toEqual([]);
  });

  it('names a possible replacement before the figures', () => {
    const pages = ofRetired((page) => {
      const successor = attributes(page, '[data-part=related] a', 'href');
      const isRenamed = page.$('[data-part=notice]').text().startsWith('Renamed');
      return successor.length === 0 || isRenamed
        ? []
        : [{ successor, notice: attributes(page, '[data-part=notice] a', 'href') }];
    });
    expect(pages.length).toBeGreaterThan(50);
    expect(pages.filter(({ successor, notice }) => successor.join() !== notice.join())).toEqual([]);
  });
});

describe('authors with the same name', () => {
  it.each([
    ['changes/index.html', 'label:has([name="author"]) > span'],
    ['authors/index.html', '[data-part=authors] tbody th a'],
  ])('have different labels in %s', (file, selector) => {
    const { $ } = readPage('plain', file);
    const labels = $(selector)
      .toArray()
      .map((element) => $(element).text().trim());
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  });
});

it('every row of /models/ has its id, and its modalities and features in words', () => {
  const { $ } = readPage('plain', 'models/index.html');
  const rows = $(MODEL_ROWS).toArray();
  const odd = rows.filter((row) => {
    const id = $(row).attr('data-model-id') ?? '';
    const line = $(row).find('th > small').text();
    const words = $(row)
      .find('td.m')
      .toArray()
      .map((cell) => $(cell).text());
    const isWorded = words.length === 2 && words.every((text) => /^[a-z]/.test(text));
    return !line.endsWith(id) || !isWorded;
  });
  expect(rows.length).toBe(421);
  expect(odd.map((row) => $(row).html())).toEqual([]);
});

/** Elements whose own text is a dash alone. */
function dashes($: CheerioAPI): string[] {
  return $('main *')
    .toArray()
    .filter((element) => {
      const own = $(element)
        .contents()
        .toArray()
        .map((node) => ('data' in node ? node.data : ''));
      return own.join('').trim() === '—';
    })
    .map((element) => $.html(element));
}
