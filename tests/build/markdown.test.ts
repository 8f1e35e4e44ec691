import { describe, expect, it } from 'vitest';
import { pathOf } from '../../src/catalog/address.ts';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import { exactPrice } from '../../src/catalog/format.ts';
import { PRICE_KEYS } from '../../src/catalog/price-keys.ts';
import { priceTable } from '../../src/catalog/price-table.ts';
import { catalogSchema, categorySchema, retiredSchema } from '../../src/outputs/api/list-schemas.ts';
import { readPricesRecord, readTiersRecord } from '../../src/outputs/record/read.ts';
import { modelRecordSchema } from '../../src/outputs/record/record.ts';
import { attributes, filesOf, fromPages, readBuilt, readPage, recordFilesOf } from '../support/built-site.ts';
import { contentsOf, headingsOf, parseMarkdown, tableBelow, textOf } from '../support/parse-markdown.ts';
import { basePathOf, SITE_URL, type SiteName } from '../support/sites.ts';

const readJson = (file: string, site: SiteName): unknown => JSON.parse(readBuilt(site, file));
const read = (file: string, site: SiteName = 'plain') => parseMarkdown(readBuilt(site, file));
const recordsOf = (site: SiteName) =>
  recordFilesOf(site).map((file) => modelRecordSchema.parse(readJson(file, site)));
/** Characters that would end an address. */
const encoded = (address: string): string => address.replace(/[\s<>\\`|&]/g, encodeURIComponent);
const fileOf = (id: string): string => `models/${pathOf(id)}.md`;

/** Nothing else may stand in a document of ours: no HTML, no image, no footnote. */
const OUR_TYPES = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'inlineCode', 'link', 'list', 'listItem', 'table', 'tableRow'],
  ...['tableCell', 'blockquote'],
]);
const SECTIONS = ['Prices', 'Facts', 'Rank by use', 'Benchmarks', 'Price changes', 'Variants', 'More'];

/** What is wrong with the documents of the models of a site. */
function faultsIn(site: SiteName): readonly string[] {
  return recordsOf(site).flatMap((record) => {
    const root = read(fileOf(record.id), site);
    const [title, ...sections] = headingsOf(root);
    const { links, types } = contentsOf(root);
    const { rows } = priceTable({
      prices: readPricesRecord(record.prices),
      tiers: readTiersRecord(record.tiers),
    });
    const prices = rows.map(({ key, cells }) => [
      PRICE_KEYS[key].label,
      ...cells.map((price) => exactPrice(price)),
    ]);
    const expected: readonly (readonly [string, boolean])[] = [
      ['title', title?.replace(/\s+/g, ' ') === `1 ${record.name.trim()}`],
      ['sections', sections.every((line) => SECTIONS.includes(line.slice(2)))],
      ['types', [...types].every((type) => OUR_TYPES.has(type))],
      ['prices', JSON.stringify(tableBelow(root, 'Prices').slice(1)) === JSON.stringify(prices)],
      [
        'links',
        Object.values(record.links).every(
          (to) => typeof to !== 'string' || to === record.links.markdown || links.includes(encoded(to)),
        ),
      ],
      ['id', textOf(root).includes(record.id.replace(/\s+/g, ' '))],
      ['changes', (record.history?.price_changes.length ?? 0) > 0 === sections.includes('2 Price changes')],
      [
        'variants',
        record.variants.every(({ id }) =>
          links.includes(
            new URL(`${basePathOf(site) === '/' ? '' : basePathOf(site)}/${fileOf(id)}`, SITE_URL).href,
          ),
        ),
      ],
    ];
    return expected.flatMap(([what, isRight]) => (isRight ? [] : [`${record.id}: ${what}`]));
  });
}

describe('the document of a model', () => {
  it('is beside every page of a model, and nowhere else', () => {
    const records = recordsOf('plain').map(({ id }) => fileOf(id));
    expect(records.length).toBeGreaterThan(900);
    expect(filesOf('plain', 'models/*/**/*.md').toSorted()).toEqual(records.toSorted());
  });

  it.each(['plain', 'hostile'] as const)(
    'has the name, id, prices, changes, variants and links of the record, and no other markup, in the site "%s"',
    (site) => {
      expect(faultsIn(site)).toEqual([]);
    },
  );

  it.each(['plain', 'hostile'] as const)('is linked from its page in the site "%s"', (site) => {
    const odd = fromPages(site, 'models/*/**/*.html', (page) => {
      const [id] = attributes(page, 'main[data-model-id]', 'data-model-id');
      if (id === undefined) return [];
      const alternates = attributes(page, 'link[rel=alternate][type="text/markdown"]', 'href');
      return alternates.join() === page.path.replace(/\/$/, '.md') ? [] : [id];
    });
    expect(odd).toEqual([]);
  });

  it('says when a retired model was removed, and names a possible replacement', () => {
    const { models } = retiredSchema.parse(readJson('api/v1/retired.json', 'plain'));
    const wrong = models.filter(({ id, replacement }) => {
      const root = read(fileOf(id));
      return (
        !textOf(root).includes('Retired: ') ||
        (replacement !== null && !contentsOf(root).links.includes(`${SITE_URL}/${fileOf(replacement.id)}`))
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('lists as Markdown', () => {
  const idsIn = (file: string, title: string): readonly string[] =>
    tableBelow(read(file), title)
      .slice(1)
      .map(([, id = '']) => id);
  const titleOf = (file: string): string => headingsOf(read(file))[0]?.slice(2) ?? '';
  const catalog = catalogSchema.parse(readJson('api/v1/catalog.json', 'plain'));

  it('have every listed model, most used first', () => {
    expect(idsIn('models/index.md', 'Models')).toEqual(catalog.models.map(({ id }) => id));
  });

  it('have every retired model', () => {
    const { models } = retiredSchema.parse(readJson('api/v1/retired.json', 'plain'));
    expect(idsIn('retired/index.md', 'Retired models')).toEqual(models.map(({ id }) => id));
  });

  it('have every model with a removal date', () => {
    const retiring = catalog.models.filter(({ status }) => status.kind === 'retiring').map(({ id }) => id);
    expect(idsIn('retiring/index.md', 'Retiring models').toSorted()).toEqual(retiring.toSorted());
  });

  it.each(CATEGORY_NAMES)('have the models of %s in order', (category) => {
    const { models } = categorySchema.parse(readJson(`api/v1/categories/${category}.json`, 'plain'));
    const file = `categories/${category}/index.md`;
    expect(idsIn(file, titleOf(file))).toEqual(models.map(({ id }) => id));
  });

  it('have the listed and retired models of each author', () => {
    const file = 'authors/openai/index.md';
    const own = catalog.models.filter(({ author }) => author.slug === 'openai').map(({ id }) => id);
    expect(idsIn(file, titleOf(file))).toEqual(own);
    expect(idsIn(file, 'Retired').length).toBeGreaterThan(5);
    expect(titleOf('authors/01-ai/index.md')).toBe('Models by 01.AI');
  });

  it.each([
    'models',
    'retired',
    'retiring',
    'changes',
    'authors',
    'authors/openai',
    'categories',
    'categories/marketing/seo',
    'outputs/text',
  ])('are linked from the page /%s/', (path) => {
    const alternates = attributes(
      readPage('plain', `${path}/index.html`),
      'link[rel=alternate][type="text/markdown"]',
      'href',
    );
    expect(alternates).toEqual([`/${path}/index.md`]);
    expect(filesOf('plain', `${path}/index.md`)).toHaveLength(1);
  });

  it('are linked from no page that they are not beside', () => {
    const broken = fromPages(
      'plain',
      '{index,about/index,models/by/input/index,changes/*/index,search/index}.html',
      (page) => attributes(page, 'link[rel=alternate][type="text/markdown"]', 'href').map(() => page.path),
    );
    expect(broken).toEqual([]);
  });

  it('have no markup of the hostile capture', () => {
    for (const file of [...filesOf('hostile', '**/index.md'), 'llms.txt', 'llms-full.txt']) {
      const { types, links } = contentsOf(read(file, 'hostile'));
      expect([...types].filter((type) => !OUR_TYPES.has(type))).toEqual([]);
      expect(links.filter((to) => !to.startsWith(SITE_URL))).toEqual([]);
    }
  });
});

describe('/llms.txt', () => {
  const root = read('llms.txt');

  it('has a title, a summary and sections of links, the Markdown documents first', () => {
    const [title, summary] = root.children;
    expect(title?.type === 'heading' && title.depth).toBe(1);
    expect(summary?.type).toBe('blockquote');
    const [first] = headingsOf(root).filter((line) => line.startsWith('2 '));
    expect(first).toBe('2 Models and lists, as Markdown');
    const lists = root.children.filter(({ type }) => type === 'list');
    expect(lists).toHaveLength(headingsOf(root).length - 1);
  });

  it('links to files of the site only', () => {
    const { links } = contentsOf(root);
    expect(links.length).toBeGreaterThan(20);
    const missing = links.filter((to) => filesOf('plain', to.replace(`${SITE_URL}/`, '')).length !== 1);
    expect(missing).toEqual([]);
  });
});

it('/llms-full.txt has every listed and retired model', () => {
  const root = read('llms-full.txt');
  expect(tableBelow(root, 'Listed models, most used first').length).toBe(422);
  expect(tableBelow(root, 'Retired models').length).toBe(557);
});
